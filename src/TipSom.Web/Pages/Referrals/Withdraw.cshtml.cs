using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Referrals;

/// <summary>The sender takes a referral back, with a coded reason that the provider is not shown.</summary>
[RequirePermission(Permission.WithdrawReferrals)]
public sealed class WithdrawModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : ReferralPageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IEnumerable<Choice> Reasons => Enum.GetValues<WithdrawReason>().Select(r => new Choice(
        r.ToString(),
        texts[ReferralLabels.Of(r)],
        r == WithdrawReason.ConsentWithdrawn ? texts["Record it on the person's consent page too, so that nothing more is shared."].Value : null));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var now = clock.GetUtcNow();
        var found = await Db.Cases.Where(c => c.Id == Referral.CaseId)
            .Select(c => new { Case = c, Position = c.Victims.Where(v => v.Id == Referral.VictimId).Select(v => v.Position).Single() })
            .SingleAsync(ct);
        Referral.Withdraw(Input.Reason!.Value, user.Actor, now);
        found.Case.Record(CaseEventKind.ReferralWithdrawn, user.Actor, now, found.Position, Referral.Number);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/referrals/{Referral.Number}");
    }

    protected override bool IsFor(Side side) => side == Side.Sender;

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose why you take it back.")]
        public WithdrawReason? Reason { get; set; }
    }
}
