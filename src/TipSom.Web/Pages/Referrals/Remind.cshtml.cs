using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>Asks those whose turn it is once more, in the portal and by mail. The database refuses a second time within the hour.</summary>
[RequirePermission(Permission.RemindReferrals)]
public sealed class RemindModel(TipSomDbContext db) : ReferralPageModel(db)
{
    /// <summary>Whether somebody owes a step that can be asked for.</summary>
    public bool IsOwed => Referral.Status != ReferralStatus.InCare && ReferralLifecycle.TurnIn(Referral.Status) is not null;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Db.Database.ExecuteSqlAsync($"select security.remind({Referral.Id})", ct);
        return LocalRedirect($"/referrals/{Referral.Number}");
    }

    protected override bool IsFor(Side side) => side is Side.Sender or Side.National;
}
