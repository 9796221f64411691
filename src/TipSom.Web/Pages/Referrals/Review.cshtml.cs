using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Referrals;

/// <summary>The national desk judges a decline: right, and the desk looks for a place; or wrong, and the provider looks at it again.</summary>
[RequirePermission(Permission.ReviewDeclines)]
public sealed class ReviewModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : ReferralPageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Answers =>
    [
        new(nameof(ReferralVerb.ConfirmDecline), texts["The decline is right"], texts["A service gap is counted, and the national desk looks for a place."]),
        new(nameof(ReferralVerb.ReturnToProvider), texts["The provider shall look at it again"], texts["It owes an answer again, from now on."])
    ];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input is { Verdict: ReferralVerb.ReturnToProvider, Note: null })
            ModelState.AddModelError("Input.Note", texts["Write why the provider shall look at it again."]);
        if (!ModelState.IsValid)
            return Page();
        var clocks = await Db.ReferralClocksAsync(ct);
        if (Input.Verdict == ReferralVerb.ConfirmDecline)
            Referral.ConfirmDecline(Input.Note, clocks, user.Actor, clock.GetUtcNow());
        else
            Referral.ReturnToProvider(Input.Note, clocks, user.Actor, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/referrals/{Referral.Number}");
    }

    protected override bool IsFor(Side side) => side == Side.National;

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose what you find."), AllowedValues(ReferralVerb.ConfirmDecline, ReferralVerb.ReturnToProvider, null, ErrorMessage = "Choose what you find.")]
        public ReferralVerb? Verdict { get; set; }

        [StringLength(Referral.NoteMaxLength)]
        public string? Note { get; set; }
    }
}
