using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Data.Referrals;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>The provider asks what it must know before it can answer. Its clock stands still until the sender has told it.</summary>
[RequirePermission(Permission.AnswerReferrals)]
public sealed class AskModel(TipSomDbContext db, ReferralMessages messages, CurrentUser user, TimeProvider clock) : ReceivedPageModel(db)
{
    [BindProperty]
    public MessagesModel.InputModel Input { get; set; } = new();

    protected override ReferralVerb Verb => ReferralVerb.RequestInformation;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Referral.RequestInformation(await Db.ReferralClocksAsync(ct), user.Actor, clock.GetUtcNow());
        await messages.WriteAsync(Referral, Side, Input.Text!, user.Actor, ct);
        await Db.SaveChangesAsync(ct);
        return ToReferral();
    }
}
