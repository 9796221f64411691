using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Care;
using TipSom.Domain.Care;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Care;

/// <summary>The provider says how a person is after care ended.</summary>
[RequirePermission(Permission.KeepCare)]
public sealed class FollowUpModel(TipSomDbContext db, FollowUps followUps, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts)
    : FollowUpPageModel(db, followUps)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The sentence that says why it cannot be answered now; null when it can.</summary>
    public string? Refusal => Question.Refusal(PakistanTime.DayOf(clock.GetUtcNow()));

    public IEnumerable<Choice> Answers => Enum.GetValues<FollowUpAnswer>().Select(a => new Choice(a.ToString(), texts[CareLabels.Of(a)]));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Asked.Record(Question, Input.Answer!.Value, Input.Note, user.Actor);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/referrals/{Referral.Number}/follow-up/{Days}");
    }

    protected override bool IsFor(Side side) => side == Side.Recipient;

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose what you found.")]
        public FollowUpAnswer? Answer { get; set; }

        [StringLength(Domain.Care.FollowUp.NoteMaxLength)]
        public string? Note { get; set; }
    }
}
