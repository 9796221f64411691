using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Agreements;

/// <summary>The register of agreements, by number: who is bound, what is covered, until when. In pages, or as one list to print.</summary>
[RequirePermission(Permission.ReadAgreements)]
public sealed class IndexModel(TipSomDbContext db, PortalTime time, CurrentUser user) : PageModel
{
    public const int PageSize = 25;

    /// <summary>Which agreements are listed.</summary>
    public enum Listed
    {
        All,
        InForce,
        EndingSoon,
        Waiting,
        Suspended,
        Over
    }

    [BindProperty(SupportsGet = true)]
    public Listed Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Province { get; set; }

    /// <summary>As one list, to be printed.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Whole { get; set; }

    /// <summary>Number of the last agreement of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Provinces { get; private set; } = [];

    public string? NextUrl { get; private set; }

    public string FirstUrl => PageUrl(null, false);

    public string WholeUrl => PageUrl(null, true);

    public bool Manages => user.May(Permission.ManageAgreements);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var provinces = await db.Provinces.OrderBy(p => p.SortOrder).Select(p => new { p.Code, Name = new BilingualName(p.NameEn, p.NameUr) }).ToListAsync(ct);
        Provinces = [.. provinces.Select(p => new Choice(p.Code, p.Name.Here))];
        var agreements = Filtered();
#pragma warning disable CA1309 // It becomes SQL: the database compares, by the order the list is in.
        if (After is { } after && !Whole)
            agreements = agreements.Where(a => string.Compare(a.Number, after) > 0);
#pragma warning restore CA1309
        var found = await agreements.OrderBy(a => a.Number).ThenBy(a => a.Id)
            .Select(a => new { Agreement = a, Waits = a.Versions.Any(v => v.Status == AgreementVersionStatus.Proposed) })
            .Take(Whole ? int.MaxValue : PageSize + 1).ToListAsync(ct);
        var shown = found.Take(Whole ? int.MaxValue : PageSize).ToList();
        var views = await AgreementView.OfAsync(db, [.. shown.Select(f => f.Agreement)], time.Today, ct);
        Rows = [.. views.Zip(shown, (view, f) => new Row(view, f.Waits && f.Agreement.Status != AgreementStatus.Proposed))];
        NextUrl = found.Count > shown.Count ? PageUrl(shown[^1].Agreement.Number, false) : null;
    }

    private IQueryable<Agreement> Filtered()
    {
        var today = time.Today;
        var soon = today.AddDays(AgreementReminders.Days[0]);
        var agreements = db.Agreements.AsNoTracking();
#pragma warning disable CA1310 // It becomes SQL.
        if (Province is { } province)
        {
            agreements = agreements.Where(a => EF.Property<List<string>>(a, "provinceCodes").Contains(province)
                || EF.Property<List<string>>(a, "districtCodes").Any(d => d.StartsWith(province + "-")));
        }
#pragma warning restore CA1310

        return Show switch
        {
            Listed.All => agreements,
            Listed.InForce => agreements.Where(a =>
                a.Status == AgreementStatus.Signed && a.InForceFrom <= today && (a.InForceTo == null || a.InForceTo >= today)),
            Listed.EndingSoon => agreements.Where(a => a.Status == AgreementStatus.Signed && a.InForceTo >= today && a.InForceTo <= soon),
            Listed.Waiting => agreements.Where(a => a.Versions.Any(v => v.Status == AgreementVersionStatus.Proposed)),
            Listed.Suspended => agreements.Where(a => a.Status == AgreementStatus.Suspended),
            Listed.Over => agreements.Where(a => a.Status == AgreementStatus.Ended || a.Status == AgreementStatus.Refused || a.InForceTo < today)
        };
    }

    private string PageUrl(string? after, bool whole) => "/agreements" + QueryString.Create(new Dictionary<string, string?>
    {
        ["show"] = Show == Listed.All ? null : Show.ToString(),
        ["province"] = Province,
        ["whole"] = whole ? "true" : null,
        ["after"] = after
    }.Where(pair => pair.Value is not null));

    public sealed record Row(AgreementView View, bool ChangeWaits);
}
