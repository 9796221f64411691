using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Referrals;

namespace TipSom.Web.Pages.Referrals;

/// <summary>A page on which the provider a referral is addressed to does one thing with it.</summary>
public abstract class ReceivedPageModel(TipSomDbContext db) : ReferralPageModel(db)
{
    /// <summary>What the page does.</summary>
    protected abstract ReferralVerb Verb { get; }

    /// <summary>The sentence that says why it cannot be done from where the referral stands; null when it can.</summary>
    public string? Refusal => ReferralLifecycle.After(Referral.Status, Verb) is null ? ReferralLifecycle.Refusal(Referral.Status) : null;

    /// <summary>A form already sent stays on the page with what was typed, also where it came too late.</summary>
    public bool ShowsForm => Refusal is null || !ModelState.IsValid;

    protected override bool IsFor(Side side) => side == Side.Recipient;

    protected IActionResult ToReferral() => LocalRedirect($"/referrals/{Referral.Number}");
}
