using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Care;
using TipSom.Domain.Care;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Referrals;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Care;

/// <summary>The plan of one person's care, and its next part.</summary>
[RequirePermission(Permission.KeepCare)]
public sealed class PlanModel(TipSomDbContext db, CarePlan plan, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : ReferralPageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<OpenedPlanItem> Items { get; private set; } = [];

    public DateOnly Today => PakistanTime.DayOf(clock.GetUtcNow());

    public IEnumerable<Choice> Services => Enum.GetValues<ServiceType>().Select(s => new Choice(s.ToString(), texts[Labels.Of(s)]));

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Items = await plan.ReadAsync(Referral, ct);
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        plan.Add(Referral, Input.Service!.Value, Input.Goal!, Input.DueOn!.Value, user.Actor);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/referrals/{Referral.Number}/plan");
    }

    protected override bool IsFor(Side side) => side == Side.Recipient;

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose the kind of help.")]
        public ServiceType? Service { get; set; }

        [Required(ErrorMessage = "Choose the day.")]
        public DateOnly? DueOn { get; set; }

        [Required(ErrorMessage = "Write what is to be reached."), StringLength(CarePlanItem.GoalMaxLength)]
        public string? Goal { get; set; }
    }
}
