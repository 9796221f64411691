using System.ComponentModel.DataAnnotations;
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

/// <summary>Enters a person whom the case protects as accused: after the rule was read, with a reason, and for a supervisor to look at.</summary>
[RequirePermission(Permission.KeepSuspects)]
public sealed class AccuseModel(
    TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : SuspectsPageModel(db)
{
    [FromRoute]
    public int Position { get; init; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Victim Person { get; private set; } = null!;

    public IEnumerable<Choice> Roles { get; private set; } = [];

    public string PersonUrl => $"/cases/{Case.Number}/people/{Position}";

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (await Db.Victims.SingleOrDefaultAsync(v => v.CaseId == Case.Id && v.Position == Position, ct) is not { } person)
            return NotFound();
        Person = person;
        Roles = (await Db.CodeChoicesAsync(ct, CodeChoices.SuspectRoles))[CodeChoices.SuspectRoles];
        return null;
    }

    public void OnGet()
    {
        // The person was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Roles.Offer(Input.RoleCodes))
            ModelState.AddModelError("Input.RoleCodes", texts["Choose one of the answers."]);
        if (!ModelState.IsValid)
            return Page();
        var entered = await Db.Suspects.Where(s => s.CaseId == Case.Id).ToListAsync(ct);
        var id = Guid.CreateVersion7();
        var suspect = Suspect.Accuse(
            id, Case, entered.Count + 1, Person, Input.RoleCodes, cipher.Seal(SealKinds.Suspect, id, SuspectDetails.NotKnown),
            cipher.Seal(SealKinds.WhyAccused, id, Input.Why!), entered, user.Actor, clock.GetUtcNow());
        Db.Add(suspect);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"{ListUrl}/{suspect.Position}?done={SuspectNotice.Accused}");
    }

    public sealed class InputModel
    {
        [Range(typeof(bool), "true", "true", ErrorMessage = "Tick that you have read the rule.")]
        public bool HasRead { get; set; }

        [Required(ErrorMessage = "Say why the person is accused all the same."), StringLength(Suspect.ReasonMaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? Why { get; set; }

        public List<string> RoleCodes { get; set; } = [];
    }
}
