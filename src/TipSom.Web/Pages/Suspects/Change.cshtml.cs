using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain;
using TipSom.Domain.Audit;
using TipSom.Domain.Identity;
using TipSom.Domain.Suspects;
using TipSom.Web.Pages.Victims;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Suspects;

/// <summary>Corrects or completes what is known of a suspect. The form is opened with a reason, which is recorded first.</summary>
[RequirePermission(Permission.KeepSuspects)]
public sealed class ChangeModel(
    TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : SuspectPageModel(db), IAsksAboutSuspect
{
    /// <summary>What the pressed button asks for.</summary>
    public enum Act
    {
        Open,
        Save
    }

    [BindProperty]
    public Act Step { get; set; }

    // Named, so that the form which was not sent is not looked for under other keys.
    [BindProperty(Name = nameof(Reason))]
    public OpeningReason Reason { get; set; } = new();

    [BindProperty(Name = nameof(Input))]
    public SuspectInput Input { get; set; } = new();

    /// <summary>Whether the form is shown, rather than the question why.</summary>
    public bool IsOpen { get; private set; }

    public IEnumerable<Choice> Countries { get; private set; } = [];

    public IEnumerable<Choice> Roles { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var codes = await Db.CodeChoicesAsync(ct, CodeChoices.Countries, CodeChoices.SuspectRoles);
        (Countries, Roles, IsOpen) = (codes[CodeChoices.Countries], codes[CodeChoices.SuspectRoles], Step == Act.Save);
        return null;
    }

    public void OnGet()
    {
        // The reason is asked first.
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => Step == Act.Open ? OpenAsync(ct) : SaveAsync(ct);

    private async Task<IActionResult> OpenAsync(CancellationToken ct)
    {
        Forget(nameof(Input));
        if (!ModelState.IsValid)
            return Page();
        Db.Add(new SuspectOpening(Suspect.Id, Case.Id, user.Actor, Reason.Kept(), clock.GetUtcNow()));
        await Db.SaveChangesAsync(ct);
        Input = SuspectInput.Of(Suspect, cipher.Open<SuspectDetails>(SealKinds.Suspect, Suspect.Id, Suspect.SealedDetails));
        ModelState.Clear();
        IsOpen = true;
        return Page();
    }

    private async Task<IActionResult> SaveAsync(CancellationToken ct)
    {
        Forget(nameof(Reason));
        if (!Countries.Offer(Input.CitizenshipCode))
            ModelState.AddModelError("Input.CitizenshipCode", texts["Choose one of the answers."]);
        if (!Roles.Offer(Input.RoleCodes))
            ModelState.AddModelError("Input.RoleCodes", texts["Choose one of the answers."]);
        if (!ModelState.IsValid)
            return Page();
        Case.MustBeOpen();
        // A page that was opened before somebody else's correction must not undo it; one that never was opened knows nothing to save.
        if (Suspect.UpdatedAt.UtcTicks != Input.Version)
            throw new RuleBrokenException("Somebody else changed this while you were reading it. Look at it again before you go on.");
        Suspect.Change(Input.Facts(), cipher.Seal(SealKinds.Suspect, Suspect.Id, Input.Details()), clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return ToSuspect(SuspectNotice.Changed);
    }

    // Of the two forms of this page only the one that was sent is judged.
    private void Forget(string form)
    {
        foreach (var key in ModelState.FindKeysWithPrefix(form).Select(e => e.Key).ToList())
            ModelState.Remove(key);
    }
}
