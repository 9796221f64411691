using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Referrals;

/// <summary>The provider says no, and why; the sender has it back at once.</summary>
[RequirePermission(Permission.AnswerReferrals)]
public sealed class DeclineModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : ReceivedPageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override ReferralVerb Verb => ReferralVerb.Decline;

    public IReadOnlyList<Choice> Reasons => [.. Enum.GetValues<DeclineReason>().Select(r => new Choice(r.ToString(), texts[ReferralLabels.Of(r)]))];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input is { Reason: DeclineReason.Other, Note: null })
            ModelState.AddModelError("Input.Note", texts["Write the reason in a few words."]);
        if (!ModelState.IsValid)
            return Page();
        Referral.Decline(Input.Reason!.Value, Input.Note, await Db.ReferralClocksAsync(ct), user.Actor, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return ToReferral();
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose a reason.")]
        public DeclineReason? Reason { get; set; }

        [StringLength(Referral.NoteMaxLength)]
        public string? Note { get; set; }
    }
}
