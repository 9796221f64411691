using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain;
using TipSom.Domain.Coordination;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Referrals;

/// <summary>The national desk reviews a referral that a supervisor sent without an agreement.</summary>
[RequirePermission(Permission.ReviewOverrides)]
public sealed class OverrideReviewModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : ReferralPageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool IsReviewed { get; private set; }

    public IReadOnlyList<Choice> Answers =>
    [
        new("true", texts["It was right"]),
        new("false", texts["It was not right"], texts["It can no longer be accepted. Care that has begun goes on."])
    ];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (Referral.OverrideReason is null)
            return NotFound();
        IsReviewed = await Db.OverrideReviews.AnyAsync(o => o.ReferralId == Referral.Id, ct);
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (IsReviewed)
            throw new RuleBrokenException("This override was already reviewed.");
        if (Input is { IsUpheld: false, Note: null })
            ModelState.AddModelError("Input.Note", texts["Write why the override was not right."]);
        if (!ModelState.IsValid)
            return Page();
        Db.Add(new OverrideReview(Referral, Input.IsUpheld!.Value, Input.Note, user.Actor, clock.GetUtcNow()));
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/referrals/{Referral.Number}");
    }

    protected override bool IsFor(Side side) => side == Side.National;

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose what you find.")]
        public bool? IsUpheld { get; set; }

        [StringLength(OverrideReview.NoteMaxLength)]
        public string? Note { get; set; }
    }
}
