import type { OpeningHours } from "../../domain/config";
import { hoursRows, zoneName } from "../contact/hours-rows";
import { ChevronDownIcon } from "../icons/interface";
import { useWording } from "../strings/context";
import { formatDate } from "../strings/dates";

/** Opening hours in words; the script puts "open now" or "opens …" into the empty line. */
export function HoursTable({ hours }: { readonly hours: OpeningHours }) {
  const { t, locale } = useWording();
  return (
    <div class="hours" data-hours={JSON.stringify(hours)}>
      <p class="hours-now" hidden />
      <details>
        <summary>
          {t.hours}
          <ChevronDownIcon size={16} />
        </summary>
        <table>
          <caption>{zoneName(hours.timeZone, locale)}</caption>
          <tbody>
            {hoursRows(hours, locale).map((row) => (
              <tr key={row.from}>
                <th scope="row">{row.from === row.to ? row.from : t.hoursDays(row.from, row.to)}</th>
                <td>
                  {row.ranges.length === 0
                    ? t.hoursClosed
                    : row.ranges.map((range) => t.hoursRange(range.from, range.to)).join(", ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {hours.closed.length > 0 && (
          <p>
            {t.hoursClosedOn} {hours.closed.map((date) => formatDate(date, locale)).join(" · ")}
          </p>
        )}
      </details>
    </div>
  );
}
