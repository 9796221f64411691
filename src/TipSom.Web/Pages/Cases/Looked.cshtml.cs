using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Web.Navigation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Cases;

/// <summary>Who opened a name in a case or printed a part of it, when and why: for those who work on it.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class LookedModel(TipSomDbContext db) : CasePageModel(db)
{
    protected override bool OutlivesErasing => true;

    public const int PageSize = 50;

    /// <summary>The last line of the page before this one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public IReadOnlyList<CaseLooks.Look> Looks { get; private set; } = [];

    public string? OlderUrl { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var found = await Db.LooksOfAsync(Case.Id, ListCursor.Read(Before), PageSize + 1, ct);
        Looks = [.. found.Take(PageSize)];
        OlderUrl = found.Count > PageSize ? $"/cases/{Case.Number}/looked?before={ListCursor.Of(Looks[^1].At, Looks[^1].Id)}" : null;
    }
}
