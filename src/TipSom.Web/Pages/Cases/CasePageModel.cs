using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Cases;

/// <summary>A page on one case: finds it by its number before any handler runs. One that row security hides is not there.</summary>
public abstract class CasePageModel(TipSomDbContext db) : RecordPageModel
{
    [FromRoute]
    public string Number { get; init; } = "";

    public Case Case { get; private set; } = null!;

    /// <summary>Where it lies and who holds it.</summary>
    public CaseHolder Holder { get; private set; } = null!;

    /// <summary>Whether the reader's unit may change the case; one it is shared with reads it.</summary>
    public bool Works { get; private set; }

    /// <summary>Whether the reader's unit may see who is suspected, and how the investigation stands.</summary>
    public bool SeesInvestigation { get; private set; }

    protected TipSomDbContext Db => db;

    /// <summary>Whether the page changes the case: it is not there for who only sees it. Told by its permission, unless a page says otherwise.</summary>
    protected virtual bool ChangesCase => HttpContext.GetEndpoint()?.Metadata.GetMetadata<RequirePermissionAttribute>()?.Permission
        is not (Permission.ReadCases or Permission.OpenIdentities or Permission.WriteCaseNotes);

    /// <summary>Whether the page still says something when who the people are was erased; the others lead back to the case, which says so.</summary>
    protected virtual bool OutlivesErasing => false;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (!RecordNumber.TryParse(Number, RecordNumber.CasePrefix, out var number))
            return NotFound();
        var found = await (
                from c in db.Cases
                join d in db.Districts on c.DistrictCode equals d.Code
                join u in db.Units on c.HoldingUnitId equals u.Id
                join a in db.Agencies on c.HoldingAgencyId equals a.Id
                where c.Number == number
                select new
                {
                    Case = c,
                    // Row security shows the own unit's row only.
                    Works = db.CaseAccess.Any(w => w.CaseId == c.Id && w.Works),
                    SeesInvestigation = db.CaseAccess.Any(w => w.CaseId == c.Id && w.SeesInvestigation),
                    Holder = new CaseHolder(new BilingualName(d.NameEn, d.NameUr), new BilingualName(u.NameEn, u.NameUr), a.Kind)
                })
            .SingleOrDefaultAsync(ct);
        if (found is null || (!found.Works && ChangesCase))
            return NotFound();
        (Case, Holder, Works, SeesInvestigation) = (found.Case, found.Holder, found.Works, found.SeesInvestigation);
        ViewData[CaseTab.HidesInvestigation] = !SeesInvestigation;
        if (Case.ErasedAt is not null && !OutlivesErasing)
            return LocalRedirect($"/cases/{Case.Number}");
        return null;
    }

    /// <summary>Back to the case, telling what was done (one of <see cref="CaseNotice"/>).</summary>
    protected IActionResult ToCase(string done) => LocalRedirect($"/cases/{Case.Number}?done={done}");
}

/// <summary>What a case's head says besides the case.</summary>
public sealed record CaseHolder(BilingualName District, BilingualName Unit, AgencyKind Kind);

/// <summary>What the case page may say was just done; anything else in the address says nothing.</summary>
public static class CaseNotice
{
    public const string Logged = "logged";
    public const string PersonAdded = "person-added";
    public const string ConsentGiven = "consent-given";
    public const string ConsentRefused = "consent-refused";
    public const string ConsentWithdrawn = "consent-withdrawn";
    public const string IdentityChanged = "identity-changed";
    public const string HandedOver = "handed-over";
    public const string FactsCorrected = "facts-corrected";
    public const string Closed = "closed";
    public const string Reopened = "reopened";
    public const string TakenOver = "taken-over";
}
