using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Cases;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Sharing;

/// <summary>Shares a case with another unit, or asks a supervisor to: what, why and until when.</summary>
[RequirePermission(Permission.ProposeSharing)]
public sealed class NewModel(TipSomDbContext db, CaseSharing sharing, CurrentUser user, TimeProvider clock) : CasePageModel(db)
{
    private IReadOnlyList<SharedWith> others = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Whether the reader decides, and does not only ask.</summary>
    public bool Decides => user.May(Permission.DecideSharing);

    public IEnumerable<Choice> Units => UnitChoices.Of(others.Where(o => o.Unit.Id != Case.HoldingUnitId));

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        others = await sharing.UnitsAsync(CaseShare.MayRead, ct);
        return null;
    }

    public void OnGet() => Input.LastDay = PakistanTime.DayOf(clock.GetUtcNow()).AddDays(CaseShare.UsualDays);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        if (others.FirstOrDefault(o => o.Unit.Id == Input.UnitId) is not { } with)
            return NotFound();
        sharing.Share(Case, with, Input.Terms(), Decides, user.Actor);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/cases/{Case.Number}/sharing?done={(Decides ? SharingNotice.Shared : SharingNotice.Asked)}");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose the unit.")]
        public Guid? UnitId { get; set; }

        public bool Identity { get; set; }

        public bool Investigation { get; set; }

        public bool Documents { get; set; }

        [Required(ErrorMessage = "Say in a few words why, in 5 to 200 characters.")]
        [StringLength(CaseShare.ReasonMaxLength, MinimumLength = CaseShare.ReasonMinLength, ErrorMessage = "Say in a few words why, in 5 to 200 characters.")]
        public string? Reason { get; set; }

        [Required(ErrorMessage = "Choose a day from today on, at most a year ahead.")]
        public DateOnly? LastDay { get; set; }

        internal ShareTerms Terms() => new(Identity, Investigation, Documents, Reason!, LastDay!.Value);
    }
}

/// <summary>Units of several agencies to choose from, each under its agency's name.</summary>
public static class UnitChoices
{
    public static IEnumerable<Choice> Of(IEnumerable<SharedWith> units) => units
        .Select(o => new Choice(
            $"{o.Unit.Id}", $"{new BilingualName(o.Agency.NameEn, o.Agency.NameUr).Here}: {new BilingualName(o.Unit.NameEn, o.Unit.NameUr).Here}"))
        .OrderBy(c => c.Label, StringComparer.CurrentCulture);
}
