using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Identity;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;
using TipSom.Web.Pages.Victims;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Suspects;

/// <summary>Enters a suspect. One who is a person of the case is entered on that person's own page, which says the rule first.</summary>
[RequirePermission(Permission.KeepSuspects)]
public sealed class NewModel(
    TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : SuspectsPageModel(db), IAsksAboutSuspect
{
    private int entered;

    [BindProperty]
    public SuspectInput Input { get; set; } = new();

    public IEnumerable<Choice> Countries { get; private set; } = [];

    public IEnumerable<Choice> Roles { get; private set; } = [];

    public IReadOnlyList<Victim> People { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var codes = await Db.CodeChoicesAsync(ct, CodeChoices.Countries, CodeChoices.SuspectRoles);
        (Countries, Roles) = (codes[CodeChoices.Countries], codes[CodeChoices.SuspectRoles]);
        People = await Db.Victims.AsNoTracking().Where(v => v.CaseId == Case.Id).OrderBy(v => v.Position).ToListAsync(ct);
        entered = await Db.Suspects.CountAsync(s => s.CaseId == Case.Id, ct);
        return null;
    }

    public void OnGet()
    {
        // The lists were loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Countries.Offer(Input.CitizenshipCode))
            ModelState.AddModelError("Input.CitizenshipCode", texts["Choose one of the answers."]);
        if (!Roles.Offer(Input.RoleCodes))
            ModelState.AddModelError("Input.RoleCodes", texts["Choose one of the answers."]);
        if (!ModelState.IsValid)
            return Page();
        var id = Guid.CreateVersion7();
        var suspect = Suspect.Enter(
            id, Case, entered + 1, Input.Facts(), cipher.Seal(SealKinds.Suspect, id, Input.Details()), user.Actor, clock.GetUtcNow());
        Db.Add(suspect);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"{ListUrl}/{suspect.Position}?done={SuspectNotice.Entered}");
    }
}
