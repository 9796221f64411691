using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>The provider opens what was sent; the sender then sees that it was seen.</summary>
[RequirePermission(Permission.AnswerReferrals)]
public sealed class OpenModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : ReceivedPageModel(db)
{
    protected override ReferralVerb Verb => ReferralVerb.Open;

    public IActionResult OnGet() => Referral.Status == ReferralStatus.Seen ? ToReferral() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // A colleague who opens it in the same moment gets what she wants too: she waits here and then finds it opened.
        await Db.Database.ExecuteSqlAsync($"select from casework.referrals where id = {Referral.Id} for no key update", ct);
        await Db.Entry(Referral).ReloadAsync(ct);
        if (Referral.Status != ReferralStatus.Seen)
        {
            Referral.Open(await Db.ReferralClocksAsync(ct), user.Actor, clock.GetUtcNow());
            await Db.SaveChangesAsync(ct);
        }

        return ToReferral();
    }
}
