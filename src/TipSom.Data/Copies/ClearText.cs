namespace TipSom.Data.Copies;

/// <summary>What becomes of text that stands in clear.</summary>
public enum ClearTextBecomes
{
    /// <summary>It stays: a code, a number the portal gave, or a state of the program.</summary>
    Stays,

    /// <summary>An invented name, the same for the same name.</summary>
    Name,

    /// <summary>Words that say nothing, of the same length.</summary>
    Words,

    /// <summary>Nothing.</summary>
    Nothing
}

/// <summary>
/// Every column of text that people fill, and what becomes of it in a copy. A column that is neither here, nor kept to a list by a check, nor in a
/// table that is emptied, fails a test: whoever adds one says here what it is.
/// </summary>
public static class ClearText
{
    /// <summary>Schemas whose texts are codes that anybody may read.</summary>
    public static IReadOnlyList<string> OfEverybody { get; } = ["reference", "security", "program"];

    /// <summary>Tables of accounts that a copy keeps; every other one is emptied, whatever it may hold.</summary>
    public static IReadOnlyList<string> KeptOfAccounts { get; } = ["agencies", "key_runs", "units", "users"];

    /// <summary>Tables that are counted from the records.</summary>
    public static IReadOnlyList<string> Counted { get; } =
    [
        "statistics.cells", "statistics.changes", "statistics.counts", "statistics.enforcement", "statistics.enforcement_cells", "statistics.identities",
        "statistics.people", "statistics.recounting", "statistics.recounting_cases", "statistics.referrals"
    ];

    /// <summary>Tables of case work that hold what somebody was about to do, and are emptied.</summary>
    public static IReadOnlyList<string> Emptied { get; } = ["casework.drafts", "casework.idempotency_keys", "security.name_changes", "security.context_key", "statistics.downloads",
        // Counted anew from the records of the copy.
        .. Counted];

    /// <summary>By table and column. Columns that end in <c>_name</c> or <c>_signatory</c> are names everywhere.</summary>
    public static IReadOnlyDictionary<string, ClearTextBecomes> Columns { get; } = new Dictionary<string, ClearTextBecomes>
    {
        ["casework.agreements.status_reason"] = ClearTextBecomes.Words,
        ["casework.agreement_versions.refusal_reason"] = ClearTextBecomes.Words,
        ["casework.case_changes.after"] = ClearTextBecomes.Nothing,
        ["casework.case_changes.before"] = ClearTextBecomes.Nothing,
        ["casework.cases.station_reference"] = ClearTextBecomes.Nothing,
        // Codes of lists.
        ["casework.case_laws.decided_court"] = ClearTextBecomes.Stays,
        ["casework.exploitation_records.begging_forms"] = ClearTextBecomes.Stays,
        ["casework.exploitation_records.controls"] = ClearTextBecomes.Stays,
        ["casework.exploitation_records.recruitments"] = ClearTextBecomes.Stays,
        ["casework.exploitation_records.sexual_forms"] = ClearTextBecomes.Stays,
        ["casework.exploitation_records.types"] = ClearTextBecomes.Stays,
        ["casework.indicator_screenings.absent"] = ClearTextBecomes.Stays,
        ["casework.indicator_screenings.present"] = ClearTextBecomes.Stays,
        ["casework.indicator_screenings.unknown"] = ClearTextBecomes.Stays,
        ["casework.vulnerability_records.absent"] = ClearTextBecomes.Stays,
        ["casework.vulnerability_records.protections"] = ClearTextBecomes.Stays,
        ["casework.vulnerability_records.risks"] = ClearTextBecomes.Stays,
        ["casework.document_openings.reason"] = ClearTextBecomes.Words,
        ["casework.identity_openings.reason"] = ClearTextBecomes.Words,
        ["casework.override_reviews.note"] = ClearTextBecomes.Words,
        ["casework.prints.reason"] = ClearTextBecomes.Words,
        ["casework.provider_services.hours_en"] = ClearTextBecomes.Words,
        ["casework.provider_services.hours_ur"] = ClearTextBecomes.Words,
        ["casework.referrals.note"] = ClearTextBecomes.Words,
        ["casework.referrals.override_reason"] = ClearTextBecomes.Words,
        ["casework.referrals.review_note"] = ClearTextBecomes.Words,
        ["casework.referrals.void_reason"] = ClearTextBecomes.Words,
        ["casework.suspect_openings.reason"] = ClearTextBecomes.Words,
        ["casework.unplaced_needs.note"] = ClearTextBecomes.Words,
        // What was printed for everybody, and the name of a period.
        ["statistics.export_templates.headings"] = ClearTextBecomes.Stays,
        ["statistics.published_figures.note"] = ClearTextBecomes.Stays,
        ["statistics.published_figures.page"] = ClearTextBecomes.Stays,
        ["statistics.published_figures.source"] = ClearTextBecomes.Stays,
        ["statistics.published_figures.withdrawal_reason"] = ClearTextBecomes.Words,
        ["statistics.release_bases.bases"] = ClearTextBecomes.Stays,
        ["statistics.releases.content"] = ClearTextBecomes.Stays,
        ["statistics.return_reminders.period"] = ClearTextBecomes.Stays,
        ["statistics.returns.correction_reason"] = ClearTextBecomes.Words,
        ["statistics.returns.note"] = ClearTextBecomes.Words
    };

    /// <summary>Columns of codes and of numbers the portal gives: the name of the column says so.</summary>
    public static IReadOnlyList<string> CodesByName { get; } =
    [
        "culture", "field", "number", "case_number", "sought_case", "from_case_number", "to_case_number", "other_number", "referral_number", "subject", "rung", "stage",
        "table_name", "key_id", "act", "place", "detail", "fields"
    ];

    /// <summary>Columns with a handling of their own in <see cref="TestCopy"/>.</summary>
    public static IReadOnlyList<string> ByHand { get; } =
    [
        "casework.agreement_versions.terms", "casework.agreements.number", "identity.agencies.code", "identity.agencies.name_en", "identity.agencies.name_ur", "identity.units.code",
        "identity.units.name_en", "identity.units.name_ur", "identity.units.phone", "identity.users.concurrency_stamp", "identity.users.display_name",
        "identity.users.email", "identity.users.normalized_email", "identity.users.normalized_user_name", "identity.users.password_hash",
        "identity.users.phone_number", "identity.users.security_stamp", "identity.users.user_name"
    ];

    /// <summary>What becomes of a column; null where nobody has said.</summary>
    public static ClearTextBecomes? Of(string table, string column) =>
        Columns.TryGetValue($"{table}.{column}", out var becomes) ? becomes
        : ByHand.Contains($"{table}.{column}") ? ClearTextBecomes.Stays
        : column.EndsWith("_name", StringComparison.Ordinal) && !CodesByName.Contains(column) || column.EndsWith("_signatory", StringComparison.Ordinal) ? ClearTextBecomes.Name
        : CodesByName.Contains(column) || column.EndsWith("_code", StringComparison.Ordinal) || column.EndsWith("_codes", StringComparison.Ordinal) ? ClearTextBecomes.Stays
        : null;
}
