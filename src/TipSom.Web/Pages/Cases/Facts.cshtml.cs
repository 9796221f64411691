using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Cases;

/// <summary>Corrects what a case says of itself; the history keeps what stood there before.</summary>
[RequirePermission(Permission.LogCases)]
public sealed class FactsModel(
    TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : CasePageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Districts { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Districts = await Db.DistrictChoicesAsync(ct, Case.DistrictCode);
        return null;
    }

    public void OnGet() => Input = new InputModel
    {
        DistrictCode = Case.DistrictCode,
        Border = Case.Border,
        Happened = Narrative,
        StationReference = Case.StationReference,
        Version = Version
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Case.MustBeOpen();
        if (Input.DistrictCode is not null && Districts.All(d => d.Value != Input.DistrictCode))
            ModelState.AddModelError("Input.DistrictCode", texts["Choose a district."]);
        if (!ModelState.IsValid)
            return Page();
        // A page that was opened before somebody else's correction must not undo it.
        if (Input.Version != Version)
            throw new RuleBrokenException("Somebody else changed this while you were reading it. Look at it again before you go on.");
        var facts = new FactsCorrection(Input.DistrictCode!, Input.Border!.Value, ReadableStationReferenceAttribute.Read(Input.StationReference));
        var isNew = Input.Happened != Narrative;
        if (!isNew && facts == new FactsCorrection(Case.DistrictCode, Case.Border, Case.StationReference))
        {
            ModelState.AddModelError("Input.DistrictCode", texts["Nothing was changed yet. Correct something, or cancel."]);
            return Page();
        }

        Case.Correct(facts, user.Actor, clock.GetUtcNow());
        if (isNew)
            Case.KeepNarrative(Input.Happened is { } account ? cipher.Seal(SealKinds.Narrative, Case.Id, account) : null);
        await Db.SaveChangesAsync(ct);
        return ToCase(CaseNotice.FactsCorrected);
    }

    private string? Narrative => Case.SealedNarrative is { } kept ? cipher.Open<string>(SealKinds.Narrative, Case.Id, kept) : null;

    // Which state of the facts the form was opened on: the seal differs with every writing, and tells nothing.
    private string Version => Convert.ToHexStringLower(SHA256.HashData(
        [.. Encoding.UTF8.GetBytes($"{Case.DistrictCode}|{Case.Border}|{Case.StationReference}|"), .. Case.SealedNarrative ?? []]))[..32];

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose a district.")]
        public string? DistrictCode { get; set; }

        [Required(ErrorMessage = "Choose an answer, or \"do not know\".")]
        public BorderCrossing? Border { get; set; }

        [StringLength(Case.NarrativeMaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? Happened { get; set; }

        [StringLength(30, ErrorMessage = "Write at most {1} characters.")]
        [ReadableStationReference(ErrorMessage = "Enter the number and the year, for example 123/2026, or leave it empty.")]
        public string? StationReference { get; set; }

        public string? Version { get; set; }
    }
}
