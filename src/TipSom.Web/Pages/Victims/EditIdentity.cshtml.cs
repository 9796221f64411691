using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Victims;

/// <summary>Corrects or completes who a person is.</summary>
[RequirePermission(Permission.OpenIdentities)]
public sealed class EditIdentityModel(
    TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : SealedIdentityPageModel(db, cipher)
{
    // Named, so that the form which was not sent is not looked for under other keys.
    [BindProperty(Name = nameof(Input))]
    public IdentityInput Input { get; set; } = new();

    public IEnumerable<Choice> PaperKinds { get; private set; } = [];

    public IEnumerable<Choice> Countries { get; private set; } = [];

    protected override bool ChangesCase => true;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var codes = await Db.CodeChoicesAsync(ct, CodeChoices.Papers, CodeChoices.Countries);
        // Having none is no paper, and who holds one is asked beside each.
        PaperKinds = [.. codes[CodeChoices.Papers].Where(k => k.Value is not ("NONE" or "WITHHELD"))];
        Countries = [.. codes[CodeChoices.Countries].Where(c => c.Value.Length == 2)];
        return null;
    }

    public void OnGet() => Input.Complete(Person);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (Opens)
        {
            if (await OpenAsync(user.Actor, now, ct) is ({ } details, var version))
            {
                Input = IdentityInput.Of(details, version);
                Input.Complete(Person);
            }

            return Page();
        }

        Forget(nameof(Reason));
        Judge(now);
        if (!ModelState.IsValid)
            return Page();
        var changed = Input.Changing(Kept());
        Person.NoteIdentity(Input.AddressIsConfidential, changed.PapersHeldByTrafficker);
        Keep(changed, Input.Version, CaseEventKind.IdentityChanged, user.Actor, now);
        await Db.SaveChangesAsync(ct);
        return ToCase(Cases.CaseNotice.IdentityChanged);
    }

    private void Judge(DateTimeOffset now)
    {
        foreach (var (index, paper) in Input.Papers.Index())
        {
            if (!paper.IsReadable)
                ModelState.AddModelError($"Input.Papers[{index}].Number", texts["Enter 13 digits, for example 35202-1234567-1, or leave it empty."]);
            if (!PaperKinds.Offer(paper.KindCode) || !Countries.Offer(paper.CountryCode))
                ModelState.AddModelError($"Input.Papers[{index}].KindCode", texts["Choose one of the answers."]);
        }

        if (Input.BirthDate > PakistanTime.DayOf(now))
            ModelState.AddModelError("Input.BirthDate", texts["Choose today or an earlier day."]);
        if (ModelState.IsValid && Input.Changing(Kept()).IsEmpty)
            ModelState.AddModelError("Input.Name", texts["Enter at least one of these."]);
    }
}
