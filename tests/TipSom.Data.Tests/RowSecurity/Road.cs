using TipSom.Data.Identity;
using TipSom.Domain.Cases;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

/// <summary>A referral in one state, with a row of every table beside it: what the grid asks about.</summary>
/// <param name="Status">Where the referral stands.</param>
/// <param name="Referral">The referral.</param>
/// <param name="Free">Another person of the case, with a need and a consent, for whom no referral was sent.</param>
/// <param name="FormKey">Key of a form which the officer sent.</param>
internal sealed partial record Road(ReferralStatus Status, Referral Referral, (Guid Victim, Guid Need, Guid Consent) Free, Guid FormKey)
{
    /// <summary>A record number that nobody has.</summary>
    public static string NewNumber(string prefix) => $"{prefix}-{Guid.NewGuid().ToString("N")[..11]}";

    public static async Task<Road> MakeAsync(TestDatabase database, World world, Cast cast, ReferralStatus status)
    {
        var referral = await cast.ReferralAsync(world, status);
        var other = await cast.AnotherPersonAsync(world, referral);
        await cast.WorkTogetherAsync(world, referral);
        // Before the owner's transaction, which keeps others from its tables until it ends.
        var twice = await cast.AnotherPersonAsync(world, referral);
        var (own, foreign) = (await world.CaseAsync(cast.Police.Officer), await world.CaseAsync(cast.OtherForce.Officer));
        var asker = (await world.FiaAsync()).Officer;
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await EmergenciesAsync(owner, referral, cast.Coordinator, asker);
        // A row of each kind, whatever state the referral is in: the question is who would see it.
        await owner.RunAsync("""
            insert into casework.arrival_arrangements (referral_id, place, sealed_details) values ($1, 'MeetingPoint', '\x00')
            on conflict do nothing
            """, referral.Id);
        await owner.RunAsync("""
            insert into casework.disclosure_openings (id, disclosure_id, referral_id, at, actor_id, actor_unit_id, actor_name)
            select gen_random_uuid(), d.id, d.referral_id, now(), $2, $3, 'Test' from casework.disclosures d where d.referral_id = $1 and d.stage = 'Identity'
            """, referral.Id, cast.Shelter.Caseworker.Id, cast.Shelter.Shelter.Id);
        await owner.RunAsync("""
            insert into casework.case_changes (id, case_id, within, subject, row_id, field, at, actor_id, actor_unit_id, actor_name)
            values (gen_random_uuid(), $1, 'Case', 'Case', $1, 'Border', now(), $2, $3, 'Test')
            """, referral.CaseId, cast.Police.Officer.Id, cast.Police.Station.Id);
        await owner.RunAsync("""
            insert into casework.case_status_changes (id, case_id, status, at, actor_id, actor_unit_id, actor_name)
            values (gen_random_uuid(), $1, 'Open', now(), $2, $3, 'Test')
            """, referral.CaseId, cast.Police.Officer.Id, cast.Police.Station.Id);
        await owner.RunAsync("""
            insert into casework.prints (id, case_id, kind, with_names, at, actor_id, actor_unit_id, actor_name, reason)
            values (gen_random_uuid(), $1, 'FirAnnex', true, now(), $2, $3, 'Test', 'For the court')
            """, referral.CaseId, cast.Police.Officer.Id, cast.Police.Station.Id);
        await owner.RunAsync("""
            insert into casework.family_ties (id, case_id, person_id, relative_id, kind, keep_together, at, by_id, by_name)
            values (gen_random_uuid(), $1, $2, $3, 'SiblingOf', true, now(), $4, 'Test')
            """, referral.CaseId, referral.VictimId, other.Victim, cast.Police.Officer.Id);
        await owner.RunAsync("""
            insert into casework.suspects (id, case_id, position, sealed_details, sex, age_is_approximate, role_codes, status, at, by_id, by_name, updated_at)
            values (gen_random_uuid(), $1, 1, '\x00', 'Male', false, '{}', 'Suspected', now(), $2, 'Test', now())
            """, referral.CaseId, cast.Police.Officer.Id);
        await owner.RunAsync("""
            insert into casework.suspect_openings (id, suspect_id, case_id, at, by_id, by_name, reason)
            select gen_random_uuid(), s.id, s.case_id, now(), $2, 'Test', 'To check' from casework.suspects s where s.case_id = $1
            """, referral.CaseId, cast.Police.Officer.Id);
        await owner.RunAsync("""
            insert into casework.service_gaps (need_id, case_id, at, district_code, province_code, service, sex, is_child, cause)
            select u.need_id, u.case_id, now(), u.district_code, u.province_code, u.service, u.sex, u.is_child, 'NoProviderFits'
            from casework.unplaced_needs u where u.need_id = $1
            """, other.Need);
        await owner.RunAsync("""
            insert into casework.override_reviews (referral_id, is_upheld, at, actor_id, actor_unit_id, actor_name)
            values ($1, true, now(), $2, $3, 'Test')
            """, referral.Id, cast.Coordinator.Id, cast.Coordinator.UnitId);
        await AssessAsync(owner, cast, referral);
        foreach (var (kind, scan) in new[] { ("CourtPaper", "Clean"), ("IdentityDocument", "Clean"), ("Other", "Waiting") })
            await InsertPastGuardsAsync(owner, "casework.case_documents", """
                with document as (
                    insert into casework.case_documents (id, case_id, kind, format, length, sealed_name, scan, added_by_id, added_by_name, added_at)
                    values (gen_random_uuid(), $1, $2, 'Pdf', 1, '\x00', $3, $4, 'Test', now()) returning id, case_id
                ), content as (
                    insert into casework.case_document_contents (document_id, case_id, sealed_content) select id, case_id, '\x00' from document
                )
                insert into casework.document_openings (id, document_id, case_id, at, actor_id, actor_unit_id, actor_name, reason)
                select gen_random_uuid(), id, case_id, now(), $4, $5, 'Test', 'A test' from document where $2 = 'CourtPaper'
                """, referral.CaseId, kind, scan, cast.Police.Officer.Id, cast.Police.Station.Id);
        await InsertPastGuardsAsync(owner, "casework.erasures", """
            insert into casework.erasures (id, case_id, case_number, unit_id, agency_id, ground, status, proposed_at)
            select gen_random_uuid(), id, number, holding_unit_id, holding_agency_id, 'TimeIsOver', 'Proposed', now() from casework.cases where id = $1
            """, referral.CaseId);
        await InsertPastGuardsAsync(owner, "casework.redactions", """
            insert into casework.redactions (id, case_id, text, row_id, reason, at, actor_id, actor_unit_id, actor_name, carried_out_at)
            values (gen_random_uuid(), $1, 'Narrative', $1, 'SomebodyElse', now(), $2, $3, 'Test', now())
            """, referral.CaseId, cast.Police.Supervisor.Id, cast.Police.Headquarters.Id);
        await SamePeopleAsync(owner, cast, referral, twice.Victim, own, foreign);
        await InsertPastGuardsAsync(owner, "casework.referral_messages", """
            insert into casework.referral_messages (id, referral_id, side, at, actor_id, actor_unit_id, actor_name, sealed_text)
            values (gen_random_uuid(), $1, 'Sender', now(), $2, $3, 'Test', '\x00')
            """, referral.Id, cast.Police.Officer.Id, cast.Police.Station.Id);
        foreach (var visibility in new[] { "OnlyUs", "ForSender" })
            await InsertPastGuardsAsync(owner, "casework.care_entries", """
                insert into casework.care_entries (id, referral_id, day, service, visibility, at, actor_id, actor_unit_id, actor_name)
                values (gen_random_uuid(), $1, current_date, 'Shelter', $2, now(), $3, $4, 'Test')
                """, referral.Id, visibility, cast.Shelter.Caseworker.Id, cast.Shelter.Shelter.Id);
        await InsertPastGuardsAsync(owner, "casework.care_plan_items", """
            insert into casework.care_plan_items (id, referral_id, service, sealed_goal, due_on, at, actor_id, actor_unit_id, actor_name)
            values (gen_random_uuid(), $1, 'Shelter', '\x00', current_date, now(), $2, $3, 'Test')
            """, referral.Id, cast.Shelter.Caseworker.Id, cast.Shelter.Shelter.Id);
        await owner.RunAsync(
            "insert into casework.follow_ups (id, referral_id, days, due_on) values (gen_random_uuid(), $1, 30, current_date) on conflict do nothing", referral.Id);
        await owner.RunAsync("insert into casework.referral_message_readings (referral_id, unit_id, side, read_at) values ($1, $2, 'Sender', now())",
            referral.Id, cast.Police.Station.Id);
        await owner.RunAsync("""
            insert into casework.agreement_documents (id, agreement_id, version, length, sealed_content, attached_by_id, attached_by_name, attached_at)
            values (gen_random_uuid(), $1, 1, 1, '\x00', $2, 'Test', now())
            """, referral.AgreementId!.Value, cast.Coordinator.Id);
        await owner.RunAsync("""
            insert into casework.agreement_reminders (agreement_id, in_force_to, days, reminded_at) values ($1, current_date, 7, now())
            on conflict do nothing
            """, referral.AgreementId!.Value);
        await InsertPastGuardsAsync(owner, "casework.register_imports", """
            insert into casework.register_imports
                (id, unit_id, agency_id, user_id, user_unit_id, format, rows, columns, status, cases, people, left_out, cases_in, people_in, uploaded_at)
            values (gen_random_uuid(), $1, $2, $3, $4, 'Csv', 1, '{}', 'Uploaded', 0, 0, 0, 0, 0, now())
            """, cast.Police.Station.Id, cast.Police.Agency.Id, cast.Police.Supervisor.Id, cast.Police.Headquarters.Id);
        await InsertPastGuardsAsync(owner, "statistics.downloads", """
            insert into statistics.downloads
                (id, number, user_id, unit_id, role, kind, period, parameters, format, language, asked_at, status, done, "of", attempts, times_fetched)
            values (gen_random_uuid(), $1, $2, $3, 'Supervisor', 'AnnualReport', '2020', '{}', 'Csv', 'en-PK', now() - interval '3 days', 'Waiting', 0, 0, 0, 0)
            """, NewNumber("TD"), cast.Police.Supervisor.Id, cast.Police.Headquarters.Id);
        // Every state has one, whoever's turn it is.
        await owner.RunAsync(
            "insert into telling.timers (id, referral_id, turn_since, rung, fire_at) values (gen_random_uuid(), $1, now(), 'Twice', now())", referral.Id);
        await LawAsync(owner, referral, cast);
        var formKey = Guid.NewGuid();
        foreach (var user in cast.Everybody)
            await owner.RunAsync(
                @"insert into casework.idempotency_keys (key, user_id, request_hash, result_url, at) values ($1, $2, '\x00', '/', now())",
                user == cast.Police.Officer ? formKey : Guid.NewGuid(), user.Id);
        // Everybody was told of this referral once, whoever they are now, and made choices once.
        foreach (var user in cast.Everybody)
        {
            await owner.RunAsync("""
                insert into telling.notifications (id, user_id, kind, referral_id, number, made_at, is_work, is_urgent)
                values (gen_random_uuid(), $1, 'Seen', $2, 'TR', now(), false, false)
                """, user.Id, referral.Id);
            await owner.RunAsync(
                "insert into telling.mail_choices (user_id, mails_work, mails_news) values ($1, true, true) on conflict do nothing", user.Id);
        }

        foreach (var user in cast.Everybody)
            await owner.RunAsync("""
                insert into casework.drafts (id, user_id, page, title, form_key, sealed_content, saved_at, expires_at)
                select gen_random_uuid(), $1, '/cases/new', 'Log a case', gen_random_uuid(), '\x00', t, t + interval '672 hours' from now() t
                on conflict do nothing
                """, user.Id);
        await FiguresAsync(owner, cast, status);
        await owner.RunAsync("select statistics.rebuild()");
        await owner.CommitAsync();
        return new Road(status, referral, other, formKey);
    }

    /// <summary>What the law says of the case of a referral: a row of each kind.</summary>
    private static async Task LawAsync(PlainSql owner, Referral referral, Cast cast)
    {
        await owner.RunAsync("""
            insert into casework.case_laws (case_id, offence_from, offence_to, protection_in_camera, protection_sealed_record, protection_video_link, protection_pseudonym)
            values ($1, '2026-02-01', '2026-02-01', false, false, false, false) on conflict do nothing
            """, referral.CaseId);
        await owner.RunAsync("""
            with o as (
                insert into casework.case_offences (id, case_id, offence_code, at, actor_id, actor_unit_id, actor_name)
                values (gen_random_uuid(), $1, 'PPC-342', now(), $2, $3, 'Test') returning id
            ), s as (
                insert into casework.legal_steps (id, case_id, stage, taken_at, is_in_reflection, at, actor_id, actor_unit_id, actor_name)
                values (gen_random_uuid(), $1, 'INV', now(), false, now(), $2, $3, 'Test') returning id
            ), f as (
                insert into casework.first_information_reports
                    (id, case_id, station_unit_id, year, serial, recorded_at, offence_codes, sealed_details, actor_id, actor_unit_id, actor_name)
                values (gen_random_uuid(), $1, $3, 2026, floor(1 + random() * 900000)::integer, '2026-02-02', '{}', '\x00', $2, $3, 'Test')
            ), d as (
                insert into casework.legal_deadlines (id, case_id, clock_code, step_id, started_at, remind_at, due_at)
                select gen_random_uuid(), $1, 'CHALLAN', s.id, now(), now() + interval '12 days', now() + interval '15 days' from s
            ), r as (
                insert into casework.case_reclassifications (id, case_id, from_kind, to_kind, sealed_reason, at, actor_id, actor_unit_id, actor_name)
                values (gen_random_uuid(), $1, 'Smuggling', 'Trafficking', '\x00', now(), $2, $3, 'Test')
            ), k as (
                insert into casework.compensations (id, case_id, victim_id) values (gen_random_uuid(), $1, $4)
            )
            insert into casework.charges
                (id, case_id, suspect_id, case_offence_id, charged_on, plea, verdict, is_for_life, appeal, actor_id, actor_unit_id, actor_name)
            select gen_random_uuid(), $1, s.id, o.id, current_date, 'NotRecorded', 'Pending', false, 'None', $2, $3, 'Test' from o, casework.suspects s where s.case_id = $1
            """, referral.CaseId, cast.Police.Officer.Id, cast.Police.Station.Id, referral.VictimId);
    }

    /// <summary>A version of everything that is recorded about the person.</summary>
    private static async Task AssessAsync(PlainSql owner, Cast cast, Referral referral)
    {
        foreach (var (table, columns, values) in ((string, string, string)[])
        [
            ("indicator_screenings", "version, for_child, present, absent, unknown", "1, false, '{D1-01}', '{}', '{}'"),
            ("exploitation_records", "version, for_child, acts, is_attempt, means, controls, types, begging_forms, sexual_forms, is_forced_labour, recruitments",
                "1, false, '{}', false, '{}', '{}', '{FL}', '{}', '{}', true, '{}'"),
            ("route_places", "rank, stage, country_code", "1, 'Transit', 'IR'"),
            ("vulnerability_records", "version, risks, protections, absent", "1, '{HH-DEBT}', '{}', '{}'"),
            ("risk_assessments", "version, level, reasons", "1, 'Low', '{}'"),
            ("reflection_periods", "version, starts_on, ends_on", "1, current_date, current_date"),
            ("provider_notes", "version, sealed_notes", @"1, '\x00'")
        ])
            await owner.RunAsync($"""
                insert into casework.{table} (id, victim_id, case_id, written_at, written_by_id, written_by_unit_id, written_by_name, {columns})
                values (gen_random_uuid(), $1, $2, now(), $3, $4, 'Test', {values})
                """, referral.VictimId, referral.CaseId, cast.Police.Officer.Id, cast.Police.Station.Id);
        await owner.RunAsync("""
            insert into casework.need_changes (id, need_id, victim_id, case_id, kind, urgency, written_at, written_by_id, written_by_unit_id, written_by_name)
            values (gen_random_uuid(), $5, $1, $2, 'Added', 'Urgent', now(), $3, $4, 'Test')
            """, referral.VictimId, referral.CaseId, cast.Police.Officer.Id, cast.Police.Station.Id, referral.NeedId);
    }

    /// <summary>The person is in another case of the station too, was entered twice in this one, and the other force was asked about them.</summary>
    private static async Task SamePeopleAsync(PlainSql owner, Cast cast, Referral referral, Guid twice, Case own, Case foreign)
    {
        object[] ids = [referral.CaseId, referral.VictimId, own.Id, own.Victims[0].Id, cast.Police.Officer.Id, cast.Police.Station.Id];
        await owner.RunAsync("""
            insert into casework.person_links
                (id, case_id, victim_id, number, other_case_id, other_victim_id, other_number, because, at, actor_id, actor_unit_id, actor_name)
            select gen_random_uuid(), case when $2 < $4 then $1 else $3 end, least($2, $4), '', case when $2 < $4 then $3 else $1 end, greatest($2, $4), '',
                'PersonSaysSo', now(), $5, $6, 'Test'
            """, ids);
        await owner.RunAsync("""
            insert into casework.duplicate_choices (id, known_case_id, known_victim_id, case_id, victim_id, answer, at, actor_id, actor_unit_id, actor_name)
            values (gen_random_uuid(), $3, $4, $1, $2, 'NotSure', now(), $5, $6, 'Test')
            """, ids);
        await owner.RunAsync("""
            insert into casework.person_merges (id, case_id, victim_id, into_victim_id, because, at, actor_id, actor_unit_id, actor_name)
            values (gen_random_uuid(), $1, $2, $3, 'PersonSaysSo', now(), $4, $5, 'Test')
            """, referral.CaseId, twice, referral.VictimId, cast.Police.Officer.Id, cast.Police.Station.Id);
        var request = Guid.NewGuid();
        await owner.RunAsync("""
            insert into casework.connect_requests (id, number, case_id, victim_id, from_unit_id, to_unit_id, purpose, at, actor_id, actor_unit_id, actor_name)
            values ($1, $2, $3, $4, $6, $7, 'Danger', now(), $5, $6, 'Test')
            """, request, NewNumber("TC"), referral.CaseId, referral.VictimId, cast.Police.Officer.Id, cast.Police.Station.Id, cast.OtherForce.Station.Id);
        // Nobody is told: what people were told is a question of its own.
        await InsertPastGuardsAsync(owner, "casework.connect_targets",
            "insert into casework.connect_targets (id, request_id, case_id, victim_id) values (gen_random_uuid(), $1, $2, $3)",
            request, foreign.Id, foreign.Victims[0].Id);
        await owner.RunAsync(@"
            insert into casework.searches (id, kind, query_hash, finds, beyond, at, actor_id, actor_unit_id, actor_name)
            values (gen_random_uuid(), 'Name', '\x00', 1, 0, now(), $1, $2, 'Test')", cast.Police.Officer.Id, cast.Police.Station.Id);
    }

    /// <summary>Three openings in an emergency by somebody of a force of its own: one approved and reviewed, one to review and one that waits.</summary>
    private static async Task EmergenciesAsync(PlainSql owner, Referral referral, User coordinator, User asker)
    {
        foreach (var kind in new[] { "done", "open", "waiting" })
        {
            var id = Guid.NewGuid();
            await InsertPastGuardsAsync(owner, "casework.emergency_accesses", """
                insert into casework.emergency_accesses
                    (id, number, basis, sealed_reason, sought_hashes, sought_case, sought_position, at, granted_at, ends_at, actor_id, actor_unit_id, actor_name)
                select $1, $2, 'CourtOrder', decode(repeat('ab', 60), 'hex'), '{}', 'TS-2026-NOBODY', 1, now(), g.at, g.at + interval '60 minutes', $3, $4, 'Asker of the grid'
                from (select case when $5 <> 'waiting' then now() end as at) g
                """, id, NewNumber("TE"), asker.Id, asker.UnitId, kind);
            await owner.RunAsync("insert into casework.emergency_targets (access_id, case_id, victim_id) values ($1, $2, $3)", id, referral.CaseId, referral.VictimId);
            if (kind != "done")
                continue;
            await InsertPastGuardsAsync(owner, "casework.emergency_approvals",
                "insert into casework.emergency_approvals (access_id, at, actor_id, actor_unit_id, actor_name) values ($1, now(), $2, $3, 'Approver of the grid')",
                id, coordinator.Id, coordinator.UnitId);
            await InsertPastGuardsAsync(owner, "casework.emergency_reviews", @"
                insert into casework.emergency_reviews (access_id, is_justified, sealed_note, at, actor_id, actor_unit_id, actor_name)
                values ($1, true, '\x00', now(), $2, $3, 'Reviewer of the grid')", id, coordinator.Id, coordinator.UnitId);
        }
    }

    /// <summary>A row that no person could write in this state.</summary>
    private static async Task InsertPastGuardsAsync(PlainSql owner, string table, string insert, params object[] values)
    {
        await owner.RunAsync($"alter table {table} disable trigger user");
        await owner.RunAsync(insert, values);
        await owner.RunAsync($"alter table {table} enable trigger user");
    }
}
