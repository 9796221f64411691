using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain;
using TipSom.Domain.Referrals;
using TipSom.Web.Filters;

namespace TipSom.Web.Pages.Referrals;

/// <summary>
/// A page on one referral: finds it by its number before any handler runs. One that row security hides is not there, and neither is
/// one seen from the wrong side.
/// </summary>
public abstract class ReferralPageModel(TipSomDbContext db) : RecordPageModel
{
    [FromRoute]
    public string Number { get; init; } = "";

    public Referral Referral { get; private set; } = null!;

    /// <summary>From which side the reader sees it.</summary>
    public Side Side { get; private set; }

    protected TipSomDbContext Db => db;

    /// <summary>Whether a side may open this page at all.</summary>
    protected abstract bool IsFor(Side side);

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (!RecordNumber.TryParse(Number, RecordNumber.ReferralPrefix, out var number))
            return NotFound();
        var found = await (
                from r in db.Referrals
                where r.Number == number
                select new
                {
                    Referral = r,
                    // The visible access row is the reader's own unit's: it says from which side.
                    Side = db.ReferralAccess.Where(a => a.ReferralId == r.Id).Select(a => (Side?)a.Side).FirstOrDefault()
                })
            .SingleOrDefaultAsync(ct);
        if (found is not { Side: { } side } || !IsFor(side))
            return NotFound();
        (Referral, Side) = (found.Referral, side);
        return null;
    }
}
