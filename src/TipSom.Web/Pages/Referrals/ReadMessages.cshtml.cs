using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Referrals;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>A unit notes that it has read what the other side wrote. An act of its own, because looking changes nothing.</summary>
[RequirePermission(Permission.WriteMessages)]
public sealed class ReadMessagesModel(TipSomDbContext db, ReferralMessages messages, CurrentUser user) : ReferralPageModel(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await messages.MarkReadAsync(Referral, Side, user.Actor, ct);
        return LocalRedirect($"/referrals/{Referral.Number}/messages");
    }

    protected override bool IsFor(Side side) => side is Side.Sender or Side.Recipient;
}
