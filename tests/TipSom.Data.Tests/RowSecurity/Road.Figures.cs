using TipSom.Domain.Referrals;

namespace TipSom.Data.Tests.RowSecurity;

internal sealed partial record Road
{
    /// <summary>What the force reported for a month of its own for each state: a draft, signed figures, that it owes them, and that it was reminded.</summary>
    private static async Task FiguresAsync(PlainSql owner, Cast cast, ReferralStatus status)
    {
        foreach (var signed in new[] { false, true })
            await owner.RunAsync("""
                with r as (
                    insert into statistics.returns (id, number, version, agency_id, unit_id, period_kind, first_day, last_day, status, note,
                        written_by_id, written_by_name, written_at, signed_by_id, signed_by_name, signed_at)
                    select gen_random_uuid(), $1, 1, $2, $3, 'Month', m, (m + interval '1 month - 1 day')::date, case when $6 then 'SignedOff' else 'Draft' end, $5,
                        $4, 'Test', now(), case when $6 then $4 end, case when $6 then 'Test' end, case when $6 then now() end
                    from (select ('2024-01-01'::date + make_interval(months => $7))::date as m) p returning id
                )
                insert into statistics.return_figures (return_id, cell, value) select id, 'Identified/Total', 3 from r
                """, NewNumber("TN"), cast.Police.Agency.Id, cast.Police.Headquarters.Id, cast.Police.Supervisor.Id, $"{status}", signed, (int)status);
        await owner.RunAsync("""
            with r as (
                insert into statistics.releases (id, number, year, content, made_at, made_by_id, made_by_name, signed_at, signed_by_id, signed_by_name)
                values (gen_random_uuid(), $1, 1900 + $3, '{}', now(), $2, 'Test', now(), $2, 'Test') on conflict do nothing returning id
            )
            insert into statistics.release_bases (release_id, bases) select id, '{}' from r
            """, NewNumber("TF"), cast.Coordinator.Id, (int)status);
        await owner.RunAsync("""
            insert into statistics.report_duties (id, agency_id, period_kind, since, set_by_id, set_by_name, set_at)
            values (gen_random_uuid(), $1, 'Month', '2024-01-01', $2, 'Test', now()) on conflict do nothing
            """, cast.Police.Agency.Id, cast.Coordinator.Id);
        await owner.RunAsync("""
            insert into statistics.export_templates (id, version, headings, fields, saved_by_id, saved_by_name, saved_at)
            values (gen_random_uuid(), 1, '{Count}', '{Total}', $1, 'Test', now()) on conflict do nothing
            """, cast.Coordinator.Id);
        await owner.RunAsync(
            "insert into statistics.return_reminders (unit_id, period, rung, reminded_at) values ($1, '2024-01', 7, now()) on conflict do nothing", cast.Police.Headquarters.Id);
    }
}
