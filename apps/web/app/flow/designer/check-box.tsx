interface CheckBoxProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** One thing that is so or not. */
export function CheckBox({ label, checked, onChange }: CheckBoxProps) {
  return (
    <label className="admin-option">
      <input type="checkbox" className="check" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}
