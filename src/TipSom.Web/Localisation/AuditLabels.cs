using TipSom.Data.RowSecurity;

namespace TipSom.Web.Localisation;

/// <summary>The words of the audit trail for what the database calls by the names of its tables.</summary>
public static class AuditLabels
{
    /// <summary>What the trail is kept on, by table, with its words.</summary>
    public static IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>
    {
        ["agencies"] = "Agency",
        ["agreement_documents"] = "Signed paper of an agreement",
        ["agreement_versions"] = "Version of an agreement",
        ["agreements"] = "Agreement",
        ["arrival_arrangements"] = "Arrival arrangement",
        ["care_entries"] = "Entry of care",
        ["care_plan_items"] = "Part of a plan",
        ["case_documents"] = "Document of a case",
        ["case_laws"] = "Law of a case",
        ["case_notes"] = "Note on a shared case",
        ["case_offences"] = "Offence of a case",
        ["case_reclassifications"] = "Move to the other law",
        ["case_shares"] = "Sharing of a case",
        ["case_status_changes"] = "Closing or reopening of a case",
        ["cases"] = "Case",
        ["charges"] = "Charge",
        ["clock_rules"] = "Clock",
        ["compensations"] = "Compensation",
        ["connect_requests"] = "Question to another unit",
        ["connect_targets"] = "Record another unit is asked about",
        ["consents"] = "Consent",
        ["disclosure_openings"] = "Opening of a disclosure",
        ["disclosures"] = "Disclosure",
        ["document_openings"] = "Opening of a document",
        ["downloads"] = "File of figures",
        ["duplicate_choices"] = "Choice about a possible duplicate",
        ["erasures"] = "Erasing of a case",
        ["emergency_accesses"] = "Opening in an emergency",
        ["emergency_approvals"] = "Approval of an opening in an emergency",
        ["emergency_reviews"] = "Review of an opening in an emergency",
        ["emergency_targets"] = "Whom an opening in an emergency led to",
        ["escalation_rules"] = "Reminder or escalation",
        ["export_templates"] = "Template of an export",
        ["exploitation_records"] = "Record of what happened",
        ["family_ties"] = "Tie of a family",
        ["first_information_reports"] = "First information report",
        ["follow_ups"] = "Question after care",
        ["identity_openings"] = "Opening of an identity",
        ["indicator_screenings"] = "Answers on indicators",
        ["key_runs"] = "Change of the master key",
        ["lead_transfers"] = "Hand-over of a lead",
        ["legal_deadlines"] = "Time limit of the law",
        ["legal_steps"] = "Step of the law",
        ["mail_choices"] = "Choice of mails",
        ["need_changes"] = "Change of a need",
        ["needs"] = "Need",
        ["override_reviews"] = "Review of an override",
        ["pages"] = "Page",
        ["person_links"] = "Link between people",
        ["person_merges"] = "Merge of two entries",
        ["person_roles"] = "Role in a case",
        ["published_figures"] = "Published figure",
        ["report_duties"] = "Duty to report",
        ["returns"] = "Return of figures",
        ["postings"] = "Posting",
        ["prints"] = "Print",
        ["provider_notes"] = "Notes for the provider",
        ["provider_services"] = "Service of a provider",
        ["redactions"] = "Redaction of a text",
        ["referral_messages"] = "Message",
        ["referrals"] = "Referral",
        ["reflection_periods"] = "Reflection period",
        ["register_imports"] = "Register brought in",
        ["risk_assessments"] = "Assessment of risk",
        ["role_proposals"] = "Proposal of a national role",
        ["route_places"] = "Place of a route",
        ["schedule"] = "Schedule of keeping",
        ["searches"] = "Search for a person",
        ["suspect_openings"] = "Opening of a suspect's details",
        ["suspects"] = "Suspect",
        ["trail"] = "Audit trail",
        ["units"] = "Unit",
        ["unplaced_needs"] = "Need in nobody's hands",
        ["users"] = "Account",
        ["victim_identities"] = "Identity",
        ["victims"] = "Person",
        ["vulnerability_records"] = "Record of vulnerability"
    };

    /// <summary>What was done to the row.</summary>
    public static IReadOnlyDictionary<string, string> Acts { get; } = new Dictionary<string, string>
    {
        ["INSERT"] = "Made",
        ["UPDATE"] = "Changed",
        ["ERASE"] = "Erased for good",
        ["REDACT"] = "Redacted",
        ["PURGE"] = "Taken away, its time was over",
        [AuditNotes.SignIn] = "Signed in",
        [AuditNotes.SignInRefused] = "Refused at sign-in",
        [AuditNotes.SignOut] = "Signed out",
        [AuditNotes.StepUp] = "Proved again who it is",
        [AuditNotes.StepUpRefused] = "Did not prove again who it is",
        [AuditNotes.Refused] = "Refused: not theirs, or not there",
        [AuditNotes.RefusedByRule] = "Refused by a rule",
        [AuditNotes.Export] = "Taken out as a file",
        [AuditNotes.AuditRead] = "Looked at the trail"
    };

    /// <summary>What became of an attempt to sign in.</summary>
    public static IReadOnlyDictionary<string, string> Outcomes { get; } = new Dictionary<SignInOutcome, string>
    {
        [SignInOutcome.SignedIn] = "By a demo account, without a second step",
        [SignInOutcome.SignedInWithCode] = "With a code of the app",
        [SignInOutcome.SignedInWithRecoveryCode] = "With a code of the card",
        [SignInOutcome.SignedInWithPasskey] = "With a security key",
        [SignInOutcome.UnknownAccount] = "There is no such account",
        [SignInOutcome.WrongPassword] = "Wrong password",
        [SignInOutcome.WrongCode] = "Wrong code of the app",
        [SignInOutcome.WrongRecoveryCode] = "Wrong code of the card",
        [SignInOutcome.WrongPasskey] = "Wrong security key",
        [SignInOutcome.Disabled] = "The account is shut",
        [SignInOutcome.TooManyTries] = "Too many tries"
    }.ToDictionary(o => o.Key.ToString(), o => o.Value);

    /// <summary>The words, or the table's own name where it is new.</summary>
    public static string OfTable(string table) => Tables.GetValueOrDefault(table, table);

    public static string OfAct(string act) => Acts.GetValueOrDefault(act, act);
}
