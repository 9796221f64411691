using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Referrals;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>The sender tells what the provider asked; the provider has the time it had left.</summary>
[RequirePermission(Permission.SendReferrals)]
public sealed class InformModel(TipSomDbContext db, ReferralMessages messages, CurrentUser user, TimeProvider clock) : ReferralPageModel(db)
{
    [BindProperty]
    public MessagesModel.InputModel Input { get; set; } = new();

    /// <summary>What was asked and told so far.</summary>
    public IReadOnlyList<OpenedMessage> Messages { get; private set; } = [];

    /// <summary>The sentence that says why nothing can be told now; null when it can.</summary>
    public string? Refusal =>
        ReferralLifecycle.After(Referral.Status, ReferralVerb.GiveInformation) is null ? ReferralLifecycle.Refusal(Referral.Status) : null;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Messages = await messages.ReadAsync(Referral, Side, ct);
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Referral.GiveInformation(user.Actor, clock.GetUtcNow());
        await messages.WriteAsync(Referral, Side, Input.Text!, user.Actor, ct);
        await Db.SaveChangesAsync(ct);
        // Who answers has the question on the page.
        await messages.MarkReadAsync(Referral, Side, user.Actor, ct);
        return LocalRedirect($"/referrals/{Referral.Number}");
    }

    protected override bool IsFor(Side side) => side == Side.Sender;
}
