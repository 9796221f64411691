using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain;
using TipSom.Domain.Audit;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Victims;

/// <summary>
/// Corrects or completes who a person is. Where something is kept already, the form is opened like any identity: by a post with a
/// reason, which is recorded first.
/// </summary>
[RequirePermission(Permission.OpenIdentities)]
public sealed class EditIdentityModel(
    TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : VictimPageModel(db)
{
    /// <summary>What the pressed button asks for.</summary>
    public enum Act
    {
        Open,
        Save
    }

    private VictimIdentity? kept;

    [BindProperty]
    public Act Step { get; set; }

    // Named, so that the form which was not sent is not looked for under other keys.
    [BindProperty(Name = nameof(Reason))]
    public OpeningReason Reason { get; set; } = new();

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    /// <summary>Whether the form is shown, rather than the question why.</summary>
    public bool IsOpen { get; private set; }

    protected override bool ChangesCase => true;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        kept = await Db.VictimIdentities.SingleOrDefaultAsync(i => i.VictimId == Person.Id, ct);
        IsOpen = kept is null || Step == Act.Save;
        return null;
    }

    public void OnGet()
    {
        // Nothing kept yet means nothing to open: the empty form is shown at once.
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => Step == Act.Open && kept is not null ? OpenAsync(kept, ct) : SaveAsync(ct);

    private async Task<IActionResult> OpenAsync(VictimIdentity sealedIdentity, CancellationToken ct)
    {
        Forget(nameof(Input));
        if (!ModelState.IsValid)
            return Page();
        Db.Add(new IdentityOpening(Person.Id, Case.Id, user.Actor, Reason.Kept(), clock.GetUtcNow()));
        await Db.SaveChangesAsync(ct);
        var details = cipher.Open<IdentityDetails>(SealKinds.Identity, Person.Id, sealedIdentity.SealedDetails);
        Input = new InputModel
        {
            Name = details.Name,
            FatherName = details.FatherName,
            IdNumber = details.IdNumber is { } number ? IdentityNumber.Shown(number) : null,
            Phone = details.Phone,
            Version = sealedIdentity.UpdatedAt.UtcTicks
        };
        ModelState.Clear();
        IsOpen = true;
        return Page();
    }

    private async Task<IActionResult> SaveAsync(CancellationToken ct)
    {
        Forget(nameof(Reason));
        Case.MustBeOpen();
        var details = new IdentityDetails(Input.Name, Input.FatherName, Input.KeptIdNumber, Input.Phone is null ? null : Digits.Fold(Input.Phone));
        if (ModelState.IsValid && details.IsEmpty)
            ModelState.AddModelError("Input.Name", texts["Enter at least one of these."]);
        if (!ModelState.IsValid)
            return Page();
        // A page that was opened before somebody else's correction must not undo it.
        if (kept?.UpdatedAt.UtcTicks != Input.Version)
            throw new RuleBrokenException("Somebody else changed this while you were reading it. Look at it again before you go on.");
        var now = clock.GetUtcNow();
        var sealedDetails = cipher.Seal(SealKinds.Identity, Person.Id, details);
        if (kept is null)
            Db.Add(new VictimIdentity(Person.Id, Case.Id, sealedDetails, now));
        else
            kept.Replace(sealedDetails, now);
        Case.Record(CaseEventKind.IdentityChanged, user.Actor, now, Person.Position);
        await Db.SaveChangesAsync(ct);
        return ToCase(CaseNotice.IdentityChanged);
    }

    // Of the two forms of this page only the one that was sent is judged.
    private void Forget(string form)
    {
        foreach (var key in ModelState.FindKeysWithPrefix(form).Select(e => e.Key).ToList())
            ModelState.Remove(key);
    }

    public sealed class InputModel : WhoInput
    {
        [StringLength(IdentityDetails.NameMaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? FatherName { get; set; }

        [RegularExpression(@"^[0-9\u06F0-\u06F9\u0660-\u0669+() \-]{5,30}$", ErrorMessage = "Enter a telephone number, for example 0300-1234567, or leave it empty.")]
        public string? Phone { get; set; }

        /// <summary>Which state of the identity the form was opened on; none where nothing was kept.</summary>
        public long? Version { get; set; }
    }
}
