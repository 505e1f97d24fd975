import { ecdf, evaluate, quantile } from 'lawful/ecdf';
import { showFailure } from 'lawful/law';
import { normal } from 'lawful/laws/normal';

const e = ecdf([3.1, 0.4, 2.2, 5.8, 1.7]);
if (e._tag === 'Right') console.log(evaluate(e.right)(2.2), quantile(e.right)(0.25));
const law = normal(100, -15);
if (law._tag === 'Left') console.log(showFailure(law.left));
