import { useId } from 'react';
import { useText } from '../../app/text.js';
import classes from './level-question.module.css';
import { LEVELS, type Level } from './draft.js';

interface LevelQuestionProps {
  readonly about: 'impact' | 'urgency';
  readonly value: Level;
  readonly onChange: (level: Level) => void;
}

/** One of the two plain questions from which the contract makes the priority. */
export function LevelQuestion({ about, value, onChange }: LevelQuestionProps) {
  const text = useText();
  const name = useId();
  return (
    <fieldset className={classes['field']}>
      <legend className={classes['legend']}>{text(`new.${about}`)}</legend>
      <div className={classes['choices']}>
        {LEVELS.map((level) => (
          <label key={level} className={classes['choice']} data-checked={level === value}>
            <input
              type="radio"
              className="dl-hidden"
              name={name}
              value={level}
              checked={level === value}
              onChange={() => onChange(level)}
            />
            <span className={classes['label']}>{text(`new.${about}.${level}`)}</span>
            <span className={classes['help']}>{text(`new.${about}.${level}.help`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
