using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Identity;
using TipSom.Web.Navigation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Cases;

/// <summary>Everything that happened on a case, as sentences, newest first.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class TimelineModel(TipSomDbContext db, RecordCipher cipher) : CasePageModel(db)
{
    protected override bool OutlivesErasing => true;

    public const int PageSize = 50;

    /// <summary>The last line of the page before this one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];

    public string? OlderUrl { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var found = await CaseLine.Of(Db, Case.Id, ListCursor.Read(Before)).Take(PageSize + 1).ToListAsync(ct);
        Lines = [.. found.Take(PageSize).Select(Opened)];
        OlderUrl = found.Count > PageSize ? $"/cases/{Case.Number}/timeline?before={ListCursor.Of(Lines[^1].Event.At, Lines[^1].Event.Id)}" : null;
    }

    private CaseLine Opened(CaseLine line) => line.Change is { } change
        ? line with { Words = cipher.OpenUnlessErased<string>(SealKinds.StatusWords, change.Id, change.SealedWords) }
        : line;
}
