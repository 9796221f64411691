using System.Text.Json.Nodes;
using TipSom.Data.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

/// <summary>One row of the grid: which rows are asked for, what is tried to be added and what to be changed.</summary>
/// <param name="Table">As the grid names it.</param>
/// <param name="Relation">The table.</param>
/// <param name="Where">Which rows, for the one who asks.</param>
/// <param name="Inserts">Rows tried one after the other, until one is let in.</param>
/// <param name="Change">What is tried to be changed of those rows.</param>
/// <param name="OnceOnly">Whether a step taken twice is no step.</param>
internal sealed record Question(
    string Table, string Relation, Func<User?, string> Where, Func<User?, IEnumerable<string>> Inserts, string Change, bool OnceOnly)
{
    private const string Undone = "undone_at = now(), undone_by_id = security.my_user(), undone_because = 'ByMistake'";

    private static readonly string[] TheTwoSides = ["Sender", "Recipient"];

    public static async Task<IReadOnlyList<Question>> AllAsync(TestDatabase database, Road road, Cast cast)
    {
        var referral = road.Referral;
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var ofCase = $"case_id = '{referral.CaseId}'";
        var ofReferral = $"referral_id = '{referral.Id}'";
        var victim = $"victim_id = '{referral.VictimId}'";
        var ofVictim = $"from casework.emergency_accesses a join casework.emergency_targets t on t.access_id = a.id where t.{victim} and a.granted_at is";
        var waiting = await owner.AskAsync<Guid>($"select a.id {ofVictim} null");
        var open = await owner.AskAsync<Guid>($"select a.id {ofVictim} not null and not exists (select from casework.emergency_reviews r where r.access_id = a.id)");

        return
        [
            await AskAsync("cases", $"id = '{referral.CaseId}'", "kind = kind", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("number", Road.NewNumber("TS")), ("logged_by_id", me.Id))]),
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
            await AskAsync("charges", ofCase, "plea = 'NotGuilty'", (row, _) => [row.With(("id", Guid.NewGuid()))]),
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
            await AskAsync("case_documents", $"{ofCase} and kind = 'CourtPaper'", "sealed_name = sealed_name", CopyOfDocument, "case_documents (a paper)"),
            await AskAsync("case_documents", $"{ofCase} and kind = 'IdentityDocument'", "sealed_name = sealed_name", CopyOfDocument, "case_documents (who somebody is)"),
            await AskAsync("case_document_contents", $"document_id in (select id from casework.case_documents d where d.{ofCase} and kind = 'CourtPaper')",
                "sealed_content = sealed_content", (row, _) => [row.ToJsonString()], "case_document_contents (clean)"),
            await AskAsync("case_document_contents", $"document_id in (select id from casework.case_documents d where d.{ofCase} and kind = 'Other')",
                "sealed_content = sealed_content", (row, _) => [row.ToJsonString()], "case_document_contents (waiting)"),
            await AskAsync("document_openings", ofCase, "at = at", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("actor_id", me.Id), ("actor_unit_id", me.Unit))]),
            await AskAsync("consents", victim, "withdrawn_at = now()", (row, me) => [row.With(("id", Guid.NewGuid()), ("recorded_by_id", me.Id))]),
            .. await VersionsAsync("indicator_screenings", "exploitation_records"),
            await AskAsync("route_places", victim, "removed_at = removed_at", (row, _) => [row.With(("id", Guid.NewGuid()))]),
            .. await VersionsAsync("vulnerability_records", "risk_assessments", "reflection_periods", "provider_notes"),
            await AskAsync("need_changes", victim, "urgency = urgency", (row, _) => [row.With(("id", Guid.NewGuid()))]),
            await AskAsync("referrals", $"id = '{referral.Id}'", "note = note", (row, _) =>
            [
                row.With(
                    ("id", Guid.NewGuid()), ("number", Road.NewNumber("TR")), ("victim_id", road.Free.Victim), ("need_id", road.Free.Need),
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
            await AskAsync("searches", $"actor_id = '{cast.Police.Officer.Id}'", "finds = 0", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("actor_id", me.Id), ("actor_unit_id", me.Unit))]),
            await AskAsync("erasures", ofCase, "ended_by_name = ended_by_name", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("status", "Approved"), ("ground", "PersonAsked"), ("sealed_reason", "\\x00"), ("approved_by_id", me.Id), ("approved_at", DateTimeOffset.UtcNow))]),
            await AskAsync("redactions", ofCase, "reason = reason", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("actor_id", me.Id), ("actor_unit_id", me.Unit), ("carried_out_at", null))]),
            await AskAsync("person_links", $"'{referral.VictimId}' in (victim_id, other_victim_id)", Undone, CopyOfCare),
            await AskAsync("person_merges", $"into_{victim}", Undone, (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("victim_id", road.Free.Victim), ("actor_id", me.Id), ("actor_unit_id", me.Unit))]),
            await AskAsync("duplicate_choices", victim, "settled_at = now()", CopyOfCare),
            await AskAsync("connect_requests", victim, "answer = 'CannotSay', answered_at = now(), answered_by_id = security.my_user()", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("number", Road.NewNumber("TC")), ("from_unit_id", me.Unit), ("actor_id", me.Id), ("actor_unit_id", me.Unit))]),
            await AskAsync("connect_targets", $"request_id in (select id from casework.connect_requests where {victim}) or case_id in (select case_id from casework.case_access)", "id = id", (row, _) =>
                [row.With(("id", Guid.NewGuid()))]),
            await AskAsync("emergency_accesses", "actor_name = 'Asker of the grid'", "ended_at = now()", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("number", Road.NewNumber("TE")), ("actor_id", me.Id), ("actor_unit_id", me.Unit))]),
            await AskAsync("emergency_targets", victim, "case_id = case_id", (row, _) => [row.ToJsonString()]),
            await AskAsync("emergency_approvals", "actor_name = 'Approver of the grid'", "at = at", (row, me) =>
                [row.With(("access_id", waiting), ("actor_id", me.Id), ("actor_unit_id", me.Unit))]),
            await AskAsync("emergency_reviews", "actor_name = 'Reviewer of the grid'", "at = at", (row, me) =>
                [row.With(("access_id", open), ("actor_id", me.Id), ("actor_unit_id", me.Unit))]),
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
            await AskAsync("statistics.returns", $"note = '{road.Status}' and status = 'Draft'", "note = note", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("number", Road.NewNumber("TN")), ("first_day", "2023-01-01"), ("last_day", "2023-01-31"), ("written_by_id", me.Id))], "statistics.returns (a draft)"),
            await AskAsync("statistics.returns", $"note = '{road.Status}' and status = 'SignedOff'", "note = note", (row, _) =>
                [row.With(("id", Guid.NewGuid()), ("number", Road.NewNumber("TN")))], "statistics.returns (signed)"),
            await AskAsync("statistics.return_figures", $"return_id in (select id from statistics.returns where note = '{road.Status}' and status = 'Draft')", "value = value", (row, _) =>
                [row.With(("cell", "Accused/Total"))], "statistics.return_figures (a draft)"),
            await AskAsync("statistics.published_figures", "begins = 2019", "withdrawal_reason = 'Wrong'", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("begins", 1990), ("entered_by_id", me.Id), ("entered_by_name", "Test"), ("entered_at", "2026-01-01T00:00:00Z"))]),
            await AskAsync("statistics.export_templates", "version = 1", "headings = headings", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("version", 999), ("saved_by_id", me.Id))]),
            await AskAsync("statistics.report_duties", $"agency_id = '{cast.Police.Agency.Id}'", "ended_at = now()", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("agency_id", cast.OtherForce.Agency.Id), ("set_by_id", me.Id))]),
            await AskAsync("statistics.return_reminders", $"unit_id = '{cast.Police.Headquarters.Id}'", "rung = rung", (row, _) => [row.With(("rung", 99))]),
            await AskAsync("statistics.cells", $"scope = '{cast.Police.Agency.Id}'", "identified = 0", (row, _) => [row.With(("year", 1900))]),
            await AskAsync("statistics.enforcement_cells", $"scope = '{cast.Police.Agency.Id}'", "n = 0", (row, _) => [row.With(("year", 1900))]),
            await AskAsync("statistics.people", $"case_id = '{referral.CaseId}'", "stage = 0", (row, _) => [row.With(("law", "SOM"))]),
            await AskAsync("statistics.referrals", ofReferral, "is_sent = false", (row, _) => [row.With(("law", "SOM"))], like: "true"),
            await AskAsync("statistics.enforcement", ofCase, "kind = 'Sex'", (row, _) => [row.With(("act", "Emigration"))]),
            await AskAsync("statistics.counts", "true", "counted_at = now()", (row, _) => [row.With(("only_row", false))]),
            await AskAsync("statistics.releases", $"year = {1900 + (int)road.Status}", "signed_at = now()", (row, me) =>
                [row.With(("id", Guid.NewGuid()), ("number", Road.NewNumber("TF")), ("year", 1800), ("made_by_id", me.Id))]),
            await AskAsync("statistics.release_bases", "true", "bases = bases", (row, _) => [row.With(("release_id", Guid.NewGuid()))]),
            await AskAsync("statistics.downloads", $"user_id = '{cast.Police.Supervisor.Id}'", "times_fetched = times_fetched", (row, me) =>
            [
                row.With(
                    ("id", Guid.NewGuid()), ("number", Road.NewNumber("TD")), ("kind", "Glotip"), ("asked_at", DateTimeOffset.UtcNow),
                    ("user_id", me.Id), ("unit_id", me.Unit), ("role", me.Role))
            ]),
            await AskAsync("idempotency_keys", $"key = '{road.FormKey}'", "result_url = '/'", (row, _) =>
                [row.With(("key", Guid.NewGuid()))], "idempotency_keys (the officer's)"),
            await AskAsync("idempotency_keys", null, "result_url = '/'", (row, me) =>
                [row.With(("key", Guid.NewGuid()), ("user_id", me.Id))], "idempotency_keys (one's own)"),
            await AskAsync("drafts", $"user_id = '{cast.Police.Officer.Id}'", "ended_at = null", (row, _) =>
                [row.With(("id", Guid.NewGuid()), ("user_id", cast.Police.Officer.Id))], "drafts (the officer's)"),
            await AskAsync("drafts", null, "ended_at = null", (row, me) => [row.With(("id", Guid.NewGuid()), ("user_id", me.Id))], "drafts (one's own)"),
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
            await AskAsync("audit.entries", $"row_id = '{referral.CaseId}'", "act = act", (row, me) => [row.With(("id", -1), ("actor_id", me.Id))]),
            await AskAsync("audit.links", "position = 1", "position = position", (row, _) => [row.With(("position", -1))]),
            await AskAsync("audit.heads", "position > 0", "position = position + 1", (row, _) => [row.With(("chain", Guid.NewGuid()))])
        ];

        static IEnumerable<string> CopyInOwnName(JsonObject row, Me me) =>
            [row.With(("id", Guid.NewGuid()), ("actor_id", me.Id), ("actor_unit_id", me.Unit))];

        async Task<IEnumerable<Question>> VersionsAsync(params string[] tables)
        {
            var asked = new List<Question>();
            foreach (var table in tables)
                asked.Add(await AskAsync(table, victim, "version = version", (row, _) => [row.With(("id", Guid.NewGuid()), ("version", 99))]));
            return asked;
        }

        static IEnumerable<string> CopyOfDocument(JsonObject row, Me me) => [row.With(("id", Guid.NewGuid()), ("scan", "Waiting"), ("added_by_id", me.Id))];

        static IEnumerable<string> CopyOfCare(JsonObject row, Me me) =>
            [row.With(("id", Guid.NewGuid()), ("actor_id", me.Id), ("actor_unit_id", me.Unit))];

        static IEnumerable<string> CopyOfDisclosure(JsonObject row, Me _) => [row.With(("id", Guid.NewGuid()), ("version", 2))];

        // Like which row the inserted one is, where there is none of this road in every state.
        async Task<Question> AskAsync(
            string table, string? where, string change, Func<JsonObject, Me, IEnumerable<string>> inserts, string? name = null, bool onceOnly = false,
            string? like = null)
        {
            var relation = table.Contains('.') ? table : $"casework.{table}";
            var row = await owner.RowAsync(relation, like ?? where ?? "true");
            return new Question(
                name ?? table, relation, user => where ?? $"user_id = '{Me.Of(user).Id}'", user => inserts(row, Me.Of(user)), change, onceOnly);
        }
    }

    private sealed record Me(Guid Id, Guid Unit, string Role)
    {
        public static Me Of(User? user) => user is null ? new Me(Guid.NewGuid(), Guid.NewGuid(), "Supervisor") : new Me(user.Id, user.UnitId, user.Role.ToString());
    }
}
