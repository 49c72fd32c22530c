import { currencyDigits, type ServiceTerms } from '@daylight/domain';
import { Grid } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import { NumberField } from '../../forms/number-field.js';

interface ServiceFeeProps {
  readonly service: ServiceTerms;
  readonly currency: string;
  readonly error: string | null;
  readonly onChange: (service: ServiceTerms) => void;
}

/** The service's own part of the fee, which its credits are a share of. Empty: the contract has one fee. */
export function ServiceFee({ service, currency, error, onChange }: ServiceFeeProps) {
  const text = useText();
  const unit = 10 ** currencyDigits(currency);
  const { monthlyFeeMinor, ...others } = service;
  return (
    <Grid min={16}>
      <NumberField
        label={text('editor.serviceFee', { currency })}
        description={text('editor.serviceFee.help')}
        value={monthlyFeeMinor === undefined ? null : Math.floor(monthlyFeeMinor / unit)}
        onChange={(fee) => onChange(fee === null ? others : { ...others, monthlyFeeMinor: fee * unit })}
        error={error}
      />
    </Grid>
  );
}
