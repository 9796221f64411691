using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Assessment;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Assessment;

/// <summary>What a provider must know to care from the first hour. A provider reads it with the identity, after accepting.</summary>
[RequirePermission(Permission.AssessPeople)]
public sealed class ProviderNotesModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts)
    : AssessmentPageModel(db, user, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public ProviderNotes? Latest { get; private set; }

    public IReadOnlyList<EarlierVersion> Earlier { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var versions = await Db.ProviderNotes.AsNoTracking().Where(n => n.VictimId == Person.Id).OrderByDescending(n => n.Version)
            .Take(MostVersions).ToListAsync(ct);
        Latest = versions.FirstOrDefault();
        Earlier = [.. versions.Select(n => new EarlierVersion(n.Written, texts["Notes written"]))];
        return null;
    }

    public void OnGet()
    {
        if (Latest is { } known)
            Input = InputModel.Of(cipher.Open<CareNotes>(SealKinds.ProviderNotes, known.Id, known.SealedNotes));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var id = Guid.CreateVersion7();
        Db.Add(ProviderNotes.Record(
            id, Case, Person, cipher.Seal(SealKinds.ProviderNotes, id, Input.Notes()), new Versions(Input.Version, Latest?.Version ?? 0), Actor, Now));
        await Db.SaveChangesAsync(ct);
        return Saved("provider-notes");
    }

    public sealed class InputModel
    {
        public int Version { get; set; }

        [MaxLength(CareNotes.MaxLength)]
        public string? Pregnancy { get; set; }

        [MaxLength(CareNotes.MaxLength)]
        public string? Medicines { get; set; }

        [MaxLength(CareNotes.MaxLength)]
        public string? Diet { get; set; }

        [MaxLength(CareNotes.MaxLength)]
        public string? Disability { get; set; }

        [MaxLength(CareNotes.MaxLength)]
        public string? TravelsAlong { get; set; }

        public static InputModel Of(CareNotes known) => new()
        {
            Pregnancy = known.Pregnancy,
            Medicines = known.Medicines,
            Diet = known.Diet,
            Disability = known.Disability,
            TravelsAlong = known.TravelsAlong
        };

        internal CareNotes Notes() => new(Pregnancy, Medicines, Diet, Disability, TravelsAlong);
    }
}
