using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Care;
using TipSom.Domain.Care;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Referrals;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Care;

/// <summary>The provider says that a part of the plan is reached, or given up and why.</summary>
[RequirePermission(Permission.KeepCare)]
public sealed class PlanItemModel(TipSomDbContext db, CarePlan plan, TimeProvider clock, IStringLocalizer<Ui> texts) : ReferralPageModel(db)
{
    [FromRoute]
    public Guid Item { get; init; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public CarePlanItem Part { get; private set; } = null!;

    public string Goal { get; private set; } = "";

    public IEnumerable<Choice> Endings =>
    [
        new(nameof(PlanEnding.Reached), texts["Reached"]),
        new(nameof(PlanEnding.GivenUp), texts["Given up"])
    ];

    public IEnumerable<Choice> Reasons => Enum.GetValues<PlanDropReason>().Select(r => new Choice(r.ToString(), texts[CareLabels.Of(r)]));

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (await Db.CarePlanItems.SingleOrDefaultAsync(i => i.Id == Item && i.ReferralId == Referral.Id, ct) is not { } part)
            return NotFound();
        (Part, Goal) = (part, plan.Goal(part));
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input is { Ending: PlanEnding.GivenUp, Reason: null })
            ModelState.AddModelError($"{nameof(Input)}.{nameof(Input.Reason)}", texts["Choose why it is given up."]);
        if (!ModelState.IsValid)
            return Page();
        if (Input.Ending == PlanEnding.Reached)
            Part.Finish(Referral, clock.GetUtcNow());
        else
            Part.Drop(Referral, Input.Reason!.Value, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/referrals/{Referral.Number}/plan");
    }

    protected override bool IsFor(Side side) => side == Side.Recipient;

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose what became of it.")]
        public PlanEnding? Ending { get; set; }

        public PlanDropReason? Reason { get; set; }
    }
}

/// <summary>What became of a part of a plan, in the words of the form.</summary>
public enum PlanEnding
{
    Reached,
    GivenUp
}
