namespace TipSom.Web.Localisation;

/// <summary>The words of the audit trail for what the database calls by the names of its tables.</summary>
public static class AuditLabels
{
    /// <summary>What the trail is kept on, by table, with its words.</summary>
    public static IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>
    {
        ["agreement_documents"] = "Signed paper of an agreement",
        ["agreement_versions"] = "Version of an agreement",
        ["agreements"] = "Agreement",
        ["arrival_arrangements"] = "Arrival arrangement",
        ["care_entries"] = "Entry of care",
        ["care_plan_items"] = "Part of a plan",
        ["case_status_changes"] = "Closing or reopening of a case",
        ["cases"] = "Case",
        ["clock_rules"] = "Clock",
        ["connect_requests"] = "Question to another unit",
        ["connect_targets"] = "Record another unit is asked about",
        ["consents"] = "Consent",
        ["disclosure_openings"] = "Opening of a disclosure",
        ["disclosures"] = "Disclosure",
        ["duplicate_choices"] = "Choice about a possible duplicate",
        ["escalation_rules"] = "Reminder or escalation",
        ["follow_ups"] = "Question after care",
        ["identity_openings"] = "Opening of an identity",
        ["mail_choices"] = "Choice of mails",
        ["needs"] = "Need",
        ["override_reviews"] = "Review of an override",
        ["prints"] = "Print",
        ["person_links"] = "Link between people",
        ["person_merges"] = "Merge of two entries",
        ["provider_services"] = "Service of a provider",
        ["referral_messages"] = "Message",
        ["referrals"] = "Referral",
        ["register_imports"] = "Register brought in",
        ["unplaced_needs"] = "Need in nobody's hands",
        ["victim_identities"] = "Identity",
        ["victims"] = "Person"
    };

    /// <summary>What was done to the row.</summary>
    public static IReadOnlyDictionary<string, string> Acts { get; } = new Dictionary<string, string>
    {
        ["INSERT"] = "Made",
        ["UPDATE"] = "Changed"
    };

    /// <summary>The words, or the table's own name where it is new.</summary>
    public static string OfTable(string table) => Tables.GetValueOrDefault(table, table);

    public static string OfAct(string act) => Acts.GetValueOrDefault(act, act);
}
