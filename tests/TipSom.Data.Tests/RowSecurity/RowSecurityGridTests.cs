using System.Text.Json.Nodes;
using Npgsql;
using TipSom.Data.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

/// <summary>Asks PostgreSQL every question of the grid: actor, table, and see, insert or change, with a referral in each state.</summary>
public sealed class RowSecurityGridTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly string[] TheTwoSides = ["Sender", "Recipient"];

    private static readonly ReferralStatus[] Ended =
    [
        ReferralStatus.Closed, ReferralStatus.Declined, ReferralStatus.DeclineConfirmed, ReferralStatus.Rerouted, ReferralStatus.Withdrawn,
        ReferralStatus.Voided
    ];

    [Fact]
    public async Task Everybody_sees_inserts_and_changes_what_the_grid_says_and_nothing_else()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var roads = await Task.WhenAll(Enum.GetValues<ReferralStatus>().Select(status => RoadAsync(world, cast, status)));
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var tables = await owner.ListAsync("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('casework', 'audit', 'telling') and c.relkind in ('r', 'p')
            """);

        var answers = (await Task.WhenAll(roads.Select(road => AnswersAsync(road, cast)))).SelectMany(a => a).ToList();

        var actual = RowSecurityGrid.Draw(answers.GroupBy(a => a.Table).Select(table =>
            (table.Key, RowSecurityGrid.Actors.Select(actor => Cell([.. table.Where(a => a.Actor == actor.Name)])).ToArray())));
        Assert.True(RowSecurityGrid.Expected.ReplaceLineEndings("\n") == actual, $"PostgreSQL answers:\n{actual}");
        Assert.Equal(tables.Order(StringComparer.Ordinal), answers.Select(a => a.Table.Split(' ')[0]).Select(t => t.Contains('.') ? t : $"casework.{t}").Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>A letter that every state allows stands alone; one that only some allow has a star.</summary>
    private static string Cell(IReadOnlyCollection<Answer> answers)
    {
        Assert.NotEmpty(answers);
        var letters = "sic".Select(letter => answers.Count(a => a.Letters.Contains(letter)) switch
        {
            0 => "",
            var some when some < answers.Count => $"{letter}*",
            _ => $"{letter}"
        }).Where(letter => letter.Length > 0);
        return string.Join(' ', letters) is { Length: > 0 } cell ? cell : "-";
    }

    private async Task<Road> RoadAsync(World world, Cast cast, ReferralStatus status)
    {
        var referral = await cast.ReferralAsync(world, status);
        var other = await cast.AnotherPersonAsync(world, referral);
        await cast.WorkTogetherAsync(world, referral);
        await using var owner = await PlainSql.AsOwnerAsync(database);
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
            select gen_random_uuid(), $1, gen_random_uuid(), o.id, current_date, 'NotRecorded', 'Pending', false, 'None', $2, $3, 'Test' from o
            """, referral.CaseId, cast.Police.Officer.Id, cast.Police.Station.Id, referral.VictimId);
    }

    /// <summary>A row that no person could write in this state.</summary>
    private static async Task InsertPastGuardsAsync(PlainSql owner, string table, string insert, params object[] values)
    {
        await owner.RunAsync($"alter table {table} disable trigger user");
        await owner.RunAsync(insert, values);
        await owner.RunAsync($"alter table {table} enable trigger user");
    }

    private async Task<List<Answer>> AnswersAsync(Road road, Cast cast)
    {
        var questions = await QuestionsAsync(road, cast);
        var answers = new List<Answer>();
        foreach (var (actor, user) in People(road, cast))
        {
            await using var session = await PlainSql.AsAsync(database, user);
            foreach (var question in questions)
                answers.Add(new Answer(question.Table, actor, await LettersAsync(session, question, user)));
        }

        return answers;
    }

    private static IEnumerable<(string Actor, User? User)> People(Road road, Cast cast) =>
    [
        ("officer", cast.Police.Officer), ("above", cast.Police.Supervisor), ("sibling", cast.Sibling), ("force", cast.OtherForce.Officer),
        (road.Status switch
        {
            ReferralStatus.Sent => "sent",
            ReferralStatus.Seen or ReferralStatus.InformationRequested => "opened",
            ReferralStatus.Accepted or ReferralStatus.InCare => "accepted",
            _ when Ended.Contains(road.Status) => "ended",
            _ => throw new InvalidOperationException($"{road.Status} has no column.")
        }, cast.Shelter.Caseworker),
        ("provider", cast.OtherShelter.Caseworker), ("desk", cast.Coordinator), ("analyst", cast.Analyst), ("auditor", cast.Auditor),
        ("admin", cast.Administrator), ("disabled", cast.Disabled), ("reader", cast.Reader.Officer), ("knower", cast.Knower.Officer),
        ("offered", cast.Offered.Supervisor), ("nobody", null)
    ];

    private static async Task<string> LettersAsync(PlainSql session, Question question, User? user)
    {
        var where = question.Where(user);
        // Without the privilege nothing is seen; that is an answer, not an error.
        var letters = (await session.TryAsync($"select from {question.Relation} limit 0")).State == ""
            && await session.AskAsync<bool>($"select exists (select from {question.Relation} where {where})") ? "s" : "";
        foreach (var row in question.Inserts(user))
        {
            var inserted = await session.TryAsync(JsonRows.InsertInto(question.Relation), row);
            // A key that is taken is found out only after the policy let the row through; a step taken twice is no step.
            if (inserted.State == "" || (inserted.State == PostgresErrorCodes.UniqueViolation && !question.OnceOnly))
            {
                letters += "i";
                break;
            }

            Assert.True(inserted.State is Outcome.NotAllowed or Outcome.RuleBroken || question.OnceOnly, $"{question.Table}: {inserted}");
        }

        var changed = await session.TryAsync($"update {question.Relation} set {question.Change} where {where}");
        Assert.True(changed.State is "" or Outcome.NotAllowed or Outcome.RuleBroken, $"{question.Table}: {changed}");
        // A rule that refuses the moment was asked because the policy had found the row.
        return changed.Rows > 0 || changed.State == Outcome.RuleBroken ? letters + "c" : letters;
    }

    private async Task<IReadOnlyList<Question>> QuestionsAsync(Road road, Cast cast)
    {
        var referral = road.Referral;
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var ofCase = $"case_id = '{referral.CaseId}'";
        var ofReferral = $"referral_id = '{referral.Id}'";
        var victim = $"victim_id = '{referral.VictimId}'";

        return
        [
            await AskAsync("cases", $"id = '{referral.CaseId}'", "kind = kind", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("number", NewNumber("TS")), ("logged_by_id", me.Id))]),
            await AskAsync("case_events", ofCase, "at = at", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("actor_id", me.Id), ("actor_unit_id", me.Unit))]),
            await AskAsync("case_changes", ofCase, "at = at", CopyInOwnName),
            await AskAsync("case_status_changes", ofCase, "at = at", CopyInOwnName),
            await AskAsync("prints", ofCase, "at = at", CopyInOwnName),
            await AskAsync("case_access", ofCase, "sees_identity = true", (row, _) => [row.With(("unit_id", cast.OtherShelter.Shelter.Id))]),
            await AskAsync("case_laws", ofCase, "protection_in_camera = true", (row, _) => [row.ToJsonString()]),
            await AskAsync("case_offences", ofCase, "dropped_at = now()", (row, _) => [row.With(("id", Guid.NewGuid()), ("offence_code", "PPC-344"))]),
            await AskAsync("first_information_reports", ofCase, "serial = 1", (row, _) =>
                [row.With(("id", Guid.NewGuid()), ("serial", Random.Shared.Next(900_000, 999_999)))]),
            await AskAsync("legal_steps", ofCase, "stage = 'INV'", (row, _) => [row.With(("id", Guid.NewGuid()))]),
            await AskAsync("legal_deadlines", ofCase, "met_at = null", (row, _) => [row.With(("id", Guid.NewGuid()))]),
            await AskAsync("charges", ofCase, "plea = 'NotGuilty'", (row, _) => [row.With(("id", Guid.NewGuid()), ("suspect_id", Guid.NewGuid()))]),
            await AskAsync("compensations", ofCase, "asked_on = current_date - 1", (row, _) =>
                [row.With(("id", Guid.NewGuid()), ("victim_id", road.Free.Victim))]),
            await AskAsync("case_reclassifications", ofCase, "at = at", (row, _) => [row.With(("id", Guid.NewGuid()))]),
            await AskAsync("case_shares", $"{ofCase} and unit_id = '{cast.Reader.Station.Id}'", "ended_by_name = ended_by_name", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("unit_id", cast.OtherForce.Station.Id), ("agency_id", cast.OtherForce.Agency.Id), ("status", "Asked"))]),
            await AskAsync("case_notes", ofCase, "at = at", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("actor_id", me.Id), ("actor_unit_id", me.Unit))]),
            await AskAsync("lead_transfers", ofCase, "status = status", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("status", "Proposed"), ("proposed_by_id", me.Id))]),
            await AskAsync("victims", $"id = '{referral.VictimId}'", "risk = risk", (row, _) =>
                [row.With(("id", Guid.NewGuid()), ("position", 99))]),
            await AskAsync("needs", victim, "urgency = urgency", (row, _) => [row.With(("id", Guid.NewGuid()), ("service", "LegalAid"))]),
            await AskAsync("person_roles", victim, "until = now()", (row, _) => [row.With(("id", Guid.NewGuid()), ("role", "Witness"))]),
            await AskAsync("family_ties", ofCase, "until = now()", (row, _) =>
                [row.With(("id", Guid.NewGuid()), ("person_id", row["relative_id"]!.GetValue<string>()), ("relative_id", row["person_id"]!.GetValue<string>()))]),
            await AskAsync("suspects", ofCase, "status = status", (row, _) => [row.With(("id", Guid.NewGuid()), ("position", 99))]),
            await AskAsync("suspect_openings", ofCase, "reason = reason", (row, _) => [row.With(("id", Guid.NewGuid()))]),
            await AskAsync("victim_identities", victim, "updated_at = updated_at", (row, _) => [row.With(("victim_id", road.Free.Victim))]),
            await AskAsync("identity_openings", victim, "reason = reason", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("actor_id", me.Id), ("actor_unit_id", me.Unit))]),
            await AskAsync("consents", victim, "withdrawn_at = now()", (row, me) => [row.With(("id", Guid.NewGuid()), ("recorded_by_id", me.Id))]),
            await AskAsync("referrals", $"id = '{referral.Id}'", "note = note", (row, _) =>
            [
                row.With(
                    ("id", Guid.NewGuid()), ("number", NewNumber("TR")), ("victim_id", road.Free.Victim), ("need_id", road.Free.Need),
                    ("consent_id", road.Free.Consent), ("status", "Sent"), ("decline_reason", null), ("withdraw_reason", null),
                    ("outcome", null), ("arrived_at", null), ("void_reason", null), ("paused_since", null), ("round_id", Guid.NewGuid()), ("steps", 0))
            ]),
            await AskAsync("referral_events", ofReferral, "at = at", onceOnly: true, inserts: (row, me) =>
                ReferralLifecycle.Transitions.Select(step => row.With(
                    ("id", Guid.NewGuid()), ("position", referral.Steps + 1), ("verb", step.Verb.ToString()), ("status", step.To.ToString()),
                    ("actor_id", me.Id), ("actor_unit_id", me.Unit)))),
            await AskAsync("unplaced_needs", $"need_id = '{road.Free.Need}'", "note = note", (row, _) => [row.With(("id", Guid.NewGuid()))]),
            await AskAsync("service_gaps", $"need_id = '{road.Free.Need}'", "at = at", (row, _) => [row.With(("need_id", Guid.NewGuid()))]),
            await AskAsync("override_reviews", ofReferral, "note = note", (row, me) => [row.With(("actor_id", me.Id), ("actor_unit_id", me.Unit))]),
            await AskAsync("referral_access", ofReferral, "due_at = null", (row, _) => [row.With(("unit_id", cast.OtherShelter.Shelter.Id))]),
            await AskAsync("disclosures", $"{ofReferral} and stage = 'Needs'", "made_at = made_at", CopyOfDisclosure, "disclosures (needs)"),
            await AskAsync("disclosures", $"{ofReferral} and stage = 'Identity'", "made_at = made_at", CopyOfDisclosure, "disclosures (identity)"),
            await AskAsync("disclosure_openings", ofReferral, "at = at", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("actor_id", me.Id), ("actor_unit_id", me.Unit))]),
            await AskAsync("arrival_arrangements", ofReferral, "place = place", (row, _) => [row.ToJsonString()]),
            await AskAsync("referral_messages", ofReferral, "at = at", (row, me) => TheTwoSides.Select(side =>
                row.With(("id", Guid.NewGuid()), ("side", side), ("actor_id", me.Id), ("actor_unit_id", me.Unit)))),
            await AskAsync("referral_message_readings", $"{ofReferral} and unit_id = '{cast.Police.Station.Id}'", "read_at = now()", (row, me) =>
                TheTwoSides.Select(side => row.With(("unit_id", me.Unit), ("side", side)))),
            await AskAsync("care_entries", $"{ofReferral} and visibility = 'OnlyUs'", "at = at", CopyOfCare, "care_entries (only us)"),
            await AskAsync("care_entries", $"{ofReferral} and visibility = 'ForSender'", "at = at", CopyOfCare, "care_entries (for the sender)"),
            await AskAsync("care_plan_items", ofReferral, "done_at = now()", CopyOfCare),
            await AskAsync("follow_ups", $"{ofReferral} and days = 30", "taken_up_at = taken_up_at", (row, _) =>
                [row.With(("id", Guid.NewGuid()), ("days", 180))]),
            await AskAsync("agreements", $"id = '{referral.AgreementId}'", "places = 0", (row, _) =>
                [row.With(("id", Guid.NewGuid()), ("number", $"MOU-{Guid.NewGuid():N}"))]),
            await AskAsync("agreement_versions", $"agreement_id = '{referral.AgreementId}'", "refusal_reason = refusal_reason", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("version", 2), ("status", "Proposed"), ("proposed_by_id", me.Id))]),
            await AskAsync("agreement_documents", $"agreement_id = '{referral.AgreementId}'", "length = 0", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("attached_by_id", me.Id))]),
            await AskAsync("agreement_reminders", $"agreement_id = '{referral.AgreementId}'", "days = 0", (row, _) => [row.With(("days", 30))]),
            await AskAsync("provider_services", $"id = '{referral.ProviderServiceId}'", "places_free = places_free", (row, _) =>
                [row.With(("id", Guid.NewGuid()))]),
            await AskAsync("place_changes", $"provider_service_id = '{referral.ProviderServiceId}'", "places_free = 0", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("actor_id", me.Id))]),
            await AskAsync("register_imports", $"unit_id = '{cast.Police.Station.Id}'", "columns = columns", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("user_id", me.Id), ("user_unit_id", me.Unit))]),
            await AskAsync("idempotency_keys", $"key = '{road.FormKey}'", "result_url = '/'", (row, _) =>
                [row.With(("key", Guid.NewGuid()))], "idempotency_keys (the officer's)"),
            await AskAsync("idempotency_keys", null, "result_url = '/'", (row, me) =>
                [row.With(("key", Guid.NewGuid()), ("user_id", me.Id))], "idempotency_keys (one's own)"),
            await AskAsync("telling.notifications", $"user_id = '{cast.Police.Officer.Id}' and {ofReferral}", "read_at = now()", (row, _) =>
                [row.With(("id", Guid.NewGuid()))], "telling.notifications (the officer's)"),
            await AskAsync("telling.notifications", null, "read_at = now()", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("user_id", me.Id))], "telling.notifications (one's own)"),
            await AskAsync("telling.mail_choices", $"user_id = '{cast.Police.Officer.Id}'", "mails_news = true", (row, _) =>
                [row.With(("user_id", cast.Police.Officer.Id))], "telling.mail_choices (the officer's)"),
            await AskAsync("telling.mail_choices", null, "mails_news = true", (row, me) =>
                [row.With(("user_id", me.Id))], "telling.mail_choices (one's own)"),
            await AskAsync("telling.outbox", $"number = '{referral.Number}'", "not_before = now()", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("user_id", me.Id))]),
            await AskAsync("telling.timers", ofReferral, "fired_at = now()", (row, _) => [row.With(("id", Guid.NewGuid()))]),
            await AskAsync("audit.entries", $"row_id = '{referral.CaseId}'", "act = act", (row, me) => [row.With(("id", -1), ("actor_id", me.Id))])
        ];

        static IEnumerable<string> CopyInOwnName(JsonObject row, Me me) =>
            [row.With(("id", Guid.NewGuid()), ("actor_id", me.Id), ("actor_unit_id", me.Unit))];

        static IEnumerable<string> CopyOfCare(JsonObject row, Me me) =>
            [row.With(("id", Guid.NewGuid()), ("actor_id", me.Id), ("actor_unit_id", me.Unit))];

        static IEnumerable<string> CopyOfDisclosure(JsonObject row, Me _) => [row.With(("id", Guid.NewGuid()), ("version", 2))];

        async Task<Question> AskAsync(
            string table, string? where, string change, Func<JsonObject, Me, IEnumerable<string>> inserts, string? name = null, bool onceOnly = false)
        {
            var relation = table.Contains('.') ? table : $"casework.{table}";
            var row = await owner.RowAsync(relation, where ?? "true");
            return new Question(
                name ?? table, relation, user => where ?? $"user_id = '{Me.Of(user).Id}'", user => inserts(row, Me.Of(user)), change, onceOnly);
        }
    }

    private static string NewNumber(string prefix) => $"{prefix}-{Guid.NewGuid().ToString("N")[..11]}";

    private sealed record Road(ReferralStatus Status, Referral Referral, (Guid Victim, Guid Need, Guid Consent) Free, Guid FormKey);

    private sealed record Answer(string Table, string Actor, string Letters);

    private sealed record Question(
        string Table, string Relation, Func<User?, string> Where, Func<User?, IEnumerable<string>> Inserts, string Change, bool OnceOnly);

    private sealed record Me(Guid Id, Guid Unit)
    {
        public static Me Of(User? user) => user is null ? new Me(Guid.NewGuid(), Guid.NewGuid()) : new Me(user.Id, user.UnitId);
    }
}
