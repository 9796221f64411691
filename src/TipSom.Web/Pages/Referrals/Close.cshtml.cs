using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Referrals;

/// <summary>The provider says how care ended.</summary>
[RequirePermission(Permission.CloseReferrals)]
public sealed class CloseModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : ReceivedPageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override ReferralVerb Verb => ReferralVerb.Close;

    public IReadOnlyList<Choice> Outcomes => [.. Enum.GetValues<ReferralOutcome>().Where(o => o != ReferralOutcome.DidNotArrive).Select(o => new Choice(o.ToString(), texts[ReferralLabels.Of(o)]))];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Referral.Close(Input.Outcome!.Value, user.Actor, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return ToReferral();
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose how care ended.")]
        public ReferralOutcome? Outcome { get; set; }

        [Range(typeof(bool), "true", "true", ErrorMessage = "Confirm that care has ended.")]
        public bool Confirmed { get; set; }
    }
}
