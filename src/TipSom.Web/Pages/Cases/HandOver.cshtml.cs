using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Cases;

/// <summary>A supervisor hands a case with its unfinished referrals to another unit of the own tree.</summary>
[RequirePermission(Permission.HandOverCases)]
public sealed class HandOverModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : CasePageModel(db)
{
    private IReadOnlyList<Unit> ownTree = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The units of the own tree that may take it.</summary>
    public IEnumerable<Choice> Units => ownTree.Where(u => u.Id != Case.HoldingUnitId)
        .Select(u => new Choice($"{u.Id}", new BilingualName(u.NameEn, u.NameUr).Here)).OrderBy(c => c.Label, StringComparer.CurrentCulture);

    public void OnGet()
    {
    }

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        ownTree = await Db.UnitsOfTreeAsync(user.AgencyId, user.UnitId, ct);
        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        if (ownTree.FirstOrDefault(u => u.Id == Input.UnitId) is not { } unit)
            return NotFound();
        Case.HandOver(unit, user.Actor, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return ToCase(CaseNotice.HandedOver);
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose the unit that takes the case.")]
        public Guid? UnitId { get; set; }
    }
}
