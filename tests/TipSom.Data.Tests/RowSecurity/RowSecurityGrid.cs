namespace TipSom.Data.Tests.RowSecurity;

/// <summary>The specification of row security: who may see, insert and change which row. Tested against PostgreSQL, and written into the docs.</summary>
internal static class RowSecurityGrid
{
    /// <summary>The columns of the grid, and who they are.</summary>
    public static readonly (string Name, string Meaning)[] Actors =
    [
        ("officer", "an officer of the unit that holds the case"),
        ("above", "a supervisor of the unit above it"),
        ("sibling", "an officer of another station of the same force"),
        ("force", "an officer of another force"),
        ("sent", "a caseworker of the provider asked, before opening the referral"),
        ("opened", "the same, after opening it, and while it waits for information"),
        ("accepted", "the same, after accepting it and while the person is in care"),
        ("ended", "the same, after it was closed, declined, withdrawn or void"),
        ("provider", "a caseworker of another provider with an agreement of its own"),
        ("desk", "the national coordinator"),
        ("analyst", "an analyst in the unit that holds the case"),
        ("auditor", "an auditor in that unit"),
        ("admin", "an agency administrator in that unit"),
        ("disabled", "an officer of that unit whose account is disabled"),
        ("reader", "an officer of another force with which the facts of the case are shared"),
        ("knower", "the same, where everything is shared"),
        ("offered", "a supervisor of a third force, to which the lead of the case is offered"),
        ("nobody", "anybody whose request carries no valid context")
    ];

    /// <summary>s: sees; i: may insert one; c: may change it. A star: only in some states of the referral.</summary>
    public const string Expected = """
                                              | officer | above | sibling | force | sent  | opened | accepted | ended | provider | desk  | analyst | auditor | admin | disabled | reader | knower | offered | nobody
        cases                                 | s i c   | s c   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        case_events                           | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        case_changes                          | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        case_status_changes                   | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        prints                                | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s i    | -       | -
        case_access                           | s       | s     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        case_laws                             | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        case_offences                         | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        first_information_reports             | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        legal_steps                           | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        legal_deadlines                       | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        charges                               | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        compensations                         | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        case_reclassifications                | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        case_shares                           | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        case_notes                            | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s i    | s i    | -       | -
        lead_transfers                        | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | s c     | -
        victims                               | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        needs                                 | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        person_roles                          | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        family_ties                           | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        suspects                              | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        suspect_openings                      | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s i    | -       | -
        victim_identities                     | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        identity_openings                     | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s i    | -       | -
        case_documents (a paper)              | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        case_documents (who somebody is)      | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        case_document_contents (clean)        | s       | s     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        case_document_contents (waiting)      | i       | -     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        document_openings                     | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s i    | -       | -
        consents                              | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        indicator_screenings                  | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        exploitation_records                  | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        route_places                          | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        vulnerability_records                 | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        risk_assessments                      | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        reflection_periods                    | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        provider_notes                        | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        need_changes                          | s i     | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        referrals                             | s i c   | s i c | -       | -     | s c   | s c    | s c      | s c   | -        | s c   | -       | -       | -     | -        | -      | -      | -       | -
        referral_events                       | s i*    | s i*  | -       | -     | s i   | s i    | s i      | s     | -        | s i*  | -       | -       | -     | -        | -      | -      | -       | -
        unplaced_needs                        | s c     | s c   | -       | -     | -     | -      | -        | -     | -        | s c   | -       | -       | -     | -        | -      | -      | -       | -
        service_gaps                          | s       | s     | -       | -     | -     | -      | -        | -     | -        | s     | -       | -       | -     | -        | -      | -      | -       | -
        override_reviews                      | s       | s     | -       | -     | s     | s      | s        | s     | -        | s     | -       | -       | -     | -        | -      | -      | -       | -
        referral_access                       | s       | s     | -       | -     | s     | s      | s        | s     | -        | s     | -       | -       | -     | -        | -      | -      | -       | -
        disclosures (needs)                   | s i*    | s i*  | -       | -     | -     | s      | s        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        disclosures (identity)                | s i*    | s i*  | -       | -     | -     | -      | s        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        disclosure_openings                   | s       | s     | -       | -     | s     | s      | s i      | s     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        arrival_arrangements                  | s       | s     | -       | -     | s     | s i*   | s        | s     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        referral_messages                     | s i*    | s i*  | -       | -     | -     | s i    | s i      | s*    | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        referral_message_readings             | s i c   | i     | -       | -     | i     | i      | i        | i     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        care_entries (only us)                | -       | -     | -       | -     | s     | s      | s i*     | s     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        care_entries (for the sender)         | s       | s     | -       | -     | s     | s      | s i*     | s     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        care_plan_items                       | -       | -     | -       | -     | s c   | s c    | s i* c   | s c   | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        follow_ups                            | s c     | s c   | -       | -     | s c   | s c    | s c      | s c   | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        searches                              | s i     | i     | i       | i     | -     | -      | -        | -     | -        | -     | -       | s       | -     | -        | i      | i      | i       | -
        erasures                              | -       | s c   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | s c   | -        | -      | -      | -       | -
        redactions                            | s       | s i   | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        person_links                          | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        person_merges                         | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        duplicate_choices                     | s i c   | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        connect_requests                      | s i     | s i   | -       | s c   | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        connect_targets                       | i       | -     | -       | s     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        emergency_accesses                    | s i     | s i   | i       | i     | -     | -      | -        | -     | -        | s i   | -       | s       | -     | -        | i      | i      | i       | -
        emergency_targets                     | s       | s     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        emergency_approvals                   | s       | s     | -       | -     | -     | -      | -        | -     | -        | s i   | -       | s       | -     | -        | -      | -      | -       | -
        emergency_reviews                     | s       | s i   | -       | -     | -     | -      | -        | -     | -        | s i   | -       | s i     | -     | -        | -      | -      | -       | -
        agreements                            | s       | s     | s       | s     | s     | s      | s        | s     | s        | s c   | s       | s       | s     | -        | s      | s      | s       | -
        agreement_versions                    | s       | s     | s       | s     | s     | s      | s        | s     | s        | s c   | s       | s       | s     | -        | s      | s      | s       | -
        agreement_documents                   | s       | s     | s       | s     | s     | s      | s        | s     | s        | s     | -       | -       | s     | -        | s      | s      | s       | -
        agreement_reminders                   | -       | -     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        provider_services                     | s       | s     | s       | s     | s c   | s c    | s c      | s c   | s        | s     | s       | s       | s     | -        | s      | s      | s       | -
        place_changes                         | -       | -     | -       | -     | s     | s      | s        | s     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        register_imports                      | -       | s i c | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        statistics.returns (a draft)          | s       | s i c | s       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        statistics.returns (signed)           | s       | s c   | s       | -     | -     | -      | -        | -     | -        | s     | s       | -       | -     | -        | -      | -      | -       | -
        statistics.return_figures (a draft)   | s       | s i c | s       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        statistics.published_figures          | s       | s     | s       | s     | s     | s      | s        | s     | s        | s     | s       | s       | s     | -        | s      | s      | s       | -
        statistics.export_templates           | -       | -     | -       | -     | -     | -      | -        | -     | -        | s     | s       | -       | -     | -        | -      | -      | -       | -
        statistics.report_duties              | s       | s     | s       | -     | -     | -      | -        | -     | -        | s i c | -       | -       | -     | -        | -      | -      | -       | -
        statistics.return_reminders           | -       | -     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        statistics.cells                      | -       | s     | -       | -     | -     | -      | -        | -     | -        | s     | s       | -       | -     | -        | -      | -      | -       | -
        statistics.enforcement_cells          | -       | s     | -       | -     | -     | -      | -        | -     | -        | s     | s       | -       | -     | -        | -      | -      | -       | -
        statistics.people                     | s       | s     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | s      | s      | -       | -
        statistics.referrals                  | s*      | s*    | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        statistics.enforcement                | s       | s     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | s      | -       | -
        statistics.counts                     | s       | s     | s       | s     | s     | s      | s        | s     | s        | s     | s       | s       | s     | -        | s      | s      | s       | -
        statistics.releases                   | s       | s     | s       | s     | s     | s      | s        | s     | s        | s     | s       | s       | s     | s        | s      | s      | s       | s
        statistics.release_bases              | -       | -     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        statistics.downloads                  | -       | s i c | -       | -     | -     | -      | -        | -     | -        | i     | i       | -       | -     | -        | -      | -      | i       | -
        idempotency_keys (the officer's)      | s i     | -     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        idempotency_keys (one's own)          | s i     | s i   | s i     | s i   | s i   | s i    | s i      | s i   | s i      | s i   | s i     | s i     | s i   | -        | s i    | s i    | s i     | -
        drafts (the officer's)                | s i c   | -     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        drafts (one's own)                    | s i c   | s i c | s i c   | s i c | s i c | s i c  | s i c    | s i c | s i c    | s i c | s i c   | s i c   | s i c | -        | s i c  | s i c  | s i c   | -
        telling.notifications (the officer's) | s c     | -     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        telling.notifications (one's own)     | s c     | s c   | -       | -     | s c   | s c    | s c      | s c   | s c      | s c   | -       | -       | -     | -        | s c    | s c    | s c     | -
        telling.mail_choices (the officer's)  | s i c   | -     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        telling.mail_choices (one's own)      | s i c   | s i c | s i c   | s i c | s i c | s i c  | s i c    | s i c | s i c    | s i c | s i c   | s i c   | s i c | -        | s i c  | s i c  | s i c   | -
        telling.outbox                        | -       | -     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        telling.timers                        | -       | -     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        audit.entries                         | -       | -     | -       | -     | -     | -      | -        | -     | -        | -     | -       | s       | -     | -        | -      | -      | -       | -
        audit.links                           | -       | -     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        audit.heads                           | -       | -     | -       | -     | -     | -      | -        | -     | -        | -     | -       | -       | -     | -        | -      | -      | -       | -
        """;

    /// <summary>Table, and a cell for each actor.</summary>
    public static IEnumerable<(string Table, string[] Cells)> Rows(string grid) => grid
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => (cells[0], cells[1..]));

    /// <summary>Lays rows out so that a difference is read at a glance.</summary>
    public static string Draw(IEnumerable<(string Table, string[] Cells)> rows)
    {
        var lines = rows.Select(r => (string[])[r.Table, .. r.Cells]).Prepend(["", .. Actors.Select(a => a.Name)]).ToList();
        var widths = Enumerable.Range(0, Actors.Length + 1).Select(i => lines.Max(l => l[i].Length)).ToList();
        return string.Join('\n', lines.Select(l => string.Join(" | ", l.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()));
    }
}
