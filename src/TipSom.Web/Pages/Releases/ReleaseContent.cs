using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TipSom.Domain.Reporting;

namespace TipSom.Web.Pages.Releases;

/// <summary>What a release publishes, as its file has it. Names stay codes: the page gives them their words.</summary>
/// <param name="Number">Number of the release.</param>
/// <param name="Year">The calendar year.</param>
/// <param name="FiguresOf">Until when the records were counted.</param>
/// <param name="Headline">Totals of returns and of published sources, as they were given.</param>
/// <param name="Tables">Counts from the case records, protected.</param>
public sealed record ReleaseContent(
    string Number, int Year, DateTimeOffset? FiguresOf, IReadOnlyList<HeadlineFigure> Headline, IReadOnlyList<ReleasedTable> Tables)
{
    /// <summary>Where the method and the meaning of each figure stand.</summary>
    public string Method => "/figures/method";

    /// <summary>On which terms the figures may be used.</summary>
    public string Licence => "https://creativecommons.org/licenses/by/4.0/";

    /// <summary>The smallest count shown, and the multiple to which counts are rounded.</summary>
    public IReadOnlyDictionary<string, int> Protection => new Dictionary<string, int> { ["minimum"] = Suppression.Minimum, ["roundedTo"] = Suppression.Base };

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never
    };

    public string ToJson() => JsonSerializer.Serialize(this, Form);

    public static ReleaseContent Read(string json) => JsonSerializer.Deserialize<ReleaseContent>(json, Form)!;
}

/// <summary>A total as an agency's returns or a publication gave it.</summary>
/// <param name="Source">Returns or Published.</param>
/// <param name="Authority">Kind of the agencies.</param>
/// <param name="Figure">Code of the figure, such as Identified/Women.</param>
/// <param name="Value">How many.</param>
/// <param name="PrintedIn">Where it was published; null for returns.</param>
/// <param name="Page">The page there.</param>
/// <param name="Note">What readers must know.</param>
public sealed record HeadlineFigure(string Source, string Authority, string Figure, int Value, string? PrintedIn = null, string? Page = null, string? Note = null);

/// <summary>A table of protected counts.</summary>
/// <param name="Name">Its name, in addresses.</param>
/// <param name="RowsBy">What the rows are.</param>
/// <param name="ColumnsBy">What the columns are; null where there are none.</param>
/// <param name="Rows">Codes of the rows; the last is "All".</param>
/// <param name="Columns">Codes of the columns; the last is "All".</param>
/// <param name="Cells">Counts by row and column; null where a count is not shown.</param>
public sealed record ReleasedTable(
    string Name, string RowsBy, string? ColumnsBy, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<int?>> Cells)
{
    /// <summary>The code of a total.</summary>
    public const string All = "All";

    /// <summary>The table of a year without records, under the same address: zeros would say that somebody looked and found nobody.</summary>
    public static ReleasedTable WithoutRows(CountTable table) => new(table.Name, table.Rows.Of, table.Columns?.Of, [], [], []);

    /// <summary>The table as it is shown; rows and columns in which nobody is are left out.</summary>
    public static ReleasedTable Of(CountTable table, SafeTables safe)
    {
        bool IsNobody(string key) => safe.Shown[key] == 0;
        var rows = table.Rows.Values.Where(row => !IsNobody(table.KeyOf(row))).Append(null).ToList();
        var columns = table.Columns is null ? [null] : table.Columns.Values.Where(column => !IsNobody(table.KeyOf(null, column))).Append(null).ToList();
        return new(
            table.Name, table.Rows.Of, table.Columns?.Of, [.. rows.Select(r => r ?? All)], [.. columns.Select(c => c ?? All)],
            [.. rows.Select(row => (IReadOnlyList<int?>)[.. columns.Select(column => safe.Shown[table.KeyOf(row, column)])])]);
    }
}
