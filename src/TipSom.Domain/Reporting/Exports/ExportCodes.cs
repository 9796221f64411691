using TipSom.Domain.Reference;

namespace TipSom.Domain.Reporting.Exports;

/// <summary>What the code lists of the records are called in the standards (columns <c>htcds_value</c> and <c>ctdc_value</c>).</summary>
public sealed class ExportCodes
{
    /// <summary>The word of CTDC for no value.</summary>
    public const string Null = "NULL";

    private const string OtherValue = "Other";

    private readonly Dictionary<(string List, string Code), CodeListEntry> entries;

    /// <summary>Takes the lists as they are kept.</summary>
    public ExportCodes(IEnumerable<CodeListEntry> lists) => entries = lists.ToDictionary(e => (e.List, e.Code));

    /// <summary>The value of a code in HTCDS; empty where there is none.</summary>
    public string Htcds(string list, string? code) => code is not null && entries.TryGetValue((list, code), out var entry) ? HtcdsOf(entry) : "";

    /// <summary>The values of some codes, each once, between semicolons.</summary>
    public string Htcds(string list, IEnumerable<string> codes) =>
        string.Join(ExportValues.Between, codes.Select(c => Htcds(list, c)).Where(v => v.Length > 0).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Every value that a list has in HTCDS.</summary>
    public IEnumerable<string> HtcdsValues(string list) => Of(list).Select(HtcdsOf).Where(v => v.Length > 0);

    /// <summary>The columns of CTDC that a code marks, or the value it has there.</summary>
    public IEnumerable<string> Ctdc(string list, string? code) => code is not null && entries.TryGetValue((list, code), out var entry) ? CtdcOf(entry) : [];

    /// <summary>Every value that a list has in CTDC.</summary>
    public IEnumerable<string> CtdcValues(string list) => Of(list).SelectMany(CtdcOf);

    /// <summary>The codes of a list that end in a value of HTCDS or a column of CTDC.</summary>
    public IEnumerable<string> CodesFor(string list, string value) =>
        Of(list).Where(e => CtdcOf(e).Contains(value) || HtcdsOf(e) == value).Select(e => e.Code);

    private IEnumerable<CodeListEntry> Of(string list) => entries.Values.Where(e => e.List == list).OrderBy(e => e.SortOrder);

    // "Of several values the last": of the three words for transgender people the one that says least. What only the file of definitions has is
    // "Other" in the list of fields.
    private static string HtcdsOf(CodeListEntry entry) => entry.HtcdsValue switch
    {
        null or "" => "",
        ['(', ..] => OtherValue,
        var value => value.Split('|')[^1].Split(" (")[0].Split('/')[0].Trim()
    };

    private static IEnumerable<string> CtdcOf(CodeListEntry entry) => entry.CtdcValue is { Length: > 0 } value
        ? value.Split(" (")[0].Split('+', StringSplitOptions.TrimEntries).Where(v => v.Length > 0)
        : [];
}
