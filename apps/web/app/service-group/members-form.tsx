import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { SelectInput } from '~/form/select-input.tsx';
import { useToast } from '~/shell/toast.tsx';

interface Member {
  id: string;
  name: string;
  skillLevel: number;
}

interface MembersFormProps {
  fixed: Record<string, unknown>;
  people: readonly { id: string; name: string }[];
  members: readonly Member[];
}

const levels = Array.from({ length: 10 }, (_, index) => index + 1);

/** Who serves in a group, each with a skill level. */
export function MembersForm({ fixed, people, members: initial }: MembersFormProps) {
  const { t } = useTranslation('admin');
  const toast = useToast();
  const [members, setMembers] = useState(initial);
  const { save, fault, isSaving } = useSave(() => toast(t('saved')));
  const others = people.filter(({ id }) => !members.some((member) => member.id === id));
  return (
    <section className="admin-section" aria-labelledby="members">
      <h2 id="members">{t('group.members')}</h2>
      <FaultNote fault={fault} />
      <ul className="admin-section">
        {members.map((member) => (
          <li key={member.id} className="admin-acts">
            <span className="spread">{member.name}</span>
            <label className="admin-option small">
              {t('group.skill')}
              <select
                className="plain-select"
                value={member.skillLevel}
                onChange={({ target }) =>
                  setMembers((before) =>
                    before.map((each) =>
                      each.id === member.id ? { ...each, skillLevel: Number(target.value) } : each,
                    ),
                  )
                }
              >
                {levels.map((level) => (
                  <option key={level}>{level}</option>
                ))}
              </select>
            </label>
            <Button
              size="small"
              aria-label={t('group.removeMember', { name: member.name })}
              onClick={() => setMembers((before) => before.filter((each) => each.id !== member.id))}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <SelectInput
        name="member"
        label={t('group.addMember')}
        value={null}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          const person = others.find((other) => other.id === id);
          if (person) setMembers((before) => [...before, { ...person, skillLevel: 5 }]);
        }}
      />
      <div className="admin-acts">
        <Button
          variant="contained"
          color="primary"
          aria-disabled={isSaving}
          onClick={() =>
            save('update', {
              ...fixed,
              members: members.map(({ id, skillLevel }) => ({ agentId: id, skillLevel })),
            })
          }
        >
          {t('group.saveMembers')}
        </Button>
      </div>
    </section>
  );
}
