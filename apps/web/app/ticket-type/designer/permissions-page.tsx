import { useTranslation } from 'react-i18next';
import { useDraft, type Choice } from './draft-context.tsx';

type Granted = Record<'groups' | 'roles', string[]>;

interface GrantProps {
  title: string;
  text: string;
  granted: Granted;
  onChange: (granted: Granted) => void;
}

function Grant({ title, text, granted, onChange }: GrantProps) {
  const { t } = useTranslation('designer');
  const { lists } = useDraft();
  const choices: Record<keyof Granted, readonly Choice[]> = { groups: lists.groups, roles: lists.roles };
  return (
    <section className="admin-section">
      <h2>{title}</h2>
      <p className="quiet">{text}</p>
      {(['groups', 'roles'] as const).map((kind) => (
        <fieldset key={kind} className="grant">
          <legend>{t(`grant.${kind}`)}</legend>
          <div className="admin-options">
            {choices[kind].map(({ key, name }) => (
              <label key={key} className="admin-option">
                <input
                  type="checkbox"
                  className="check"
                  checked={granted[kind].includes(key)}
                  onChange={({ target }) =>
                    onChange({
                      ...granted,
                      [kind]: target.checked ? [...granted[kind], key] : granted[kind].filter((one) => one !== key),
                    })
                  }
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </section>
  );
}

/** Who may make tickets of a type, and who may link them. */
export default function PermissionsPage() {
  const { t } = useTranslation('designer');
  const { definition, edit } = useDraft();
  const { permissions } = definition;
  return (
    <div className="designer-page">
      {(['create', 'link'] as const).map((what) => (
        <Grant
          key={what}
          title={t(`grant.${what}`)}
          text={t(`grant.${what}Text`)}
          granted={permissions[what]}
          onChange={(granted) => edit({ ...definition, permissions: { ...permissions, [what]: granted } })}
        />
      ))}
    </div>
  );
}
