using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Web.Security;
using TipSom.Web.Startup;

namespace TipSom.Web.Pages.Board;

/// <summary>
/// The list behind the board as a file for a spreadsheet: UTF-8 with a byte order mark, RFC 4180, codes as the program writes them, moments
/// in ISO 8601. No field can be taken for a formula. No identity, and no row that the reader does not see on the page.
/// </summary>
[RequirePermission(Permission.ReadBoard), EnableRateLimiting(RateLimits.Export), StepUp]
public sealed class CsvModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : BoardPageModel(db, user, clock)
{
    /// <summary>A spreadsheet with more rows is asked for by province.</summary>
    public const int MostRows = 20_000;

    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape
    };

    [BindProperty(SupportsGet = true)]
    public BoardShow Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public BoardStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public BoardAge? Age { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadFiltersAsync(ct, areOffered: false);
        await AuditNotes.InRequestAsync(Db, AuditNotes.Export, "referrals", null, "board", ct);
        var lines = await Db.BoardLinesAsync(new BoardList(Scope, Show, Now, Since, Stage, Age), null, MostRows, ct);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        await using (var csv = new CsvWriter(text, Form))
        {
            foreach (var name in Head)
                csv.WriteField(name);
            await csv.NextRecordAsync();
            foreach (var line in lines)
            {
                foreach (var field in Fields(line))
                    csv.WriteField(field);
                await csv.NextRecordAsync();
            }
        }

        return File(
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8",
            $"board-{PakistanTime.DayOf(Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv");
    }

    private static readonly string[] Head =
    [
        "referral", "case", "sex", "is_child", "service", "urgency", "province", "district", "from_unit", "to_unit", "status", "cause", "turn",
        "since", "sent_at", "due_at", "is_overdue", "decline_reason", "told_last", "told_at"
    ];

    private IEnumerable<string> Fields(BoardLine line) =>
    [
        line.Number ?? "", line.CaseNumber ?? "", $"{line.Sex}", line.IsChild ? "yes" : "no", $"{line.Service}", $"{line.Urgency}", line.Province,
        line.DistrictEn, line.FromEn, line.ToEn ?? "", $"{line.Status}", $"{line.Cause}", $"{line.Turn}", Iso(line.Since), Iso(line.SentAt),
        Iso(line.DueAt), line.IsOverdue(Now) ? "yes" : "no", $"{line.DeclineReason}", $"{line.ToldKind}", Iso(line.ToldAt)
    ];

    private static string Iso(DateTimeOffset? at) => at?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
