using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Assessment;
using TipSom.Domain.Identity;
using TipSom.Domain.Reference;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Assessment;

/// <summary>What makes the person vulnerable and what protects: in the person, the household and the community.</summary>
[RequirePermission(Permission.AssessPeople)]
public sealed class VulnerabilitiesModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts)
    : AssessmentPageModel(db, user, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<CodeListEntry> Factors { get; private set; } = [];

    public VulnerabilityRecord? Latest { get; private set; }

    public IReadOnlyList<EarlierVersion> Earlier { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Factors = await Db.CodeList.AsNoTracking().Where(e => e.List == VulnerabilityRecord.List).OrderBy(e => e.SortOrder).ToListAsync(ct);
        var versions = await Db.VulnerabilityRecords.AsNoTracking().Where(r => r.VictimId == Person.Id).OrderByDescending(r => r.Version)
            .Take(MostVersions).ToListAsync(ct);
        Latest = versions.FirstOrDefault();
        Earlier = [.. versions.Select(r => new EarlierVersion(r.Written, texts["Risks: {0}. What protects: {1}", r.Risks.Count, r.Protections.Count]))];
        return null;
    }

    public void OnGet() => Input = new InputModel
    {
        Factors = [.. Factors.Where(f => f.IsOffered).Select(f => new FactorInput { Code = f.Code, Answer = Latest?.Answers.GetValueOrDefault(f.Code) ?? FactorAnswer.NotAsked })],
        Note = Latest is { SealedNote: { } kept } ? cipher.Open<string>(SealKinds.VulnerabilityNote, Latest.Id, kept) : null
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var id = Guid.CreateVersion7();
        Db.Add(VulnerabilityRecord.Record(
            id, Case, Person, Factors, Input.Given(), Input.Note is { } note ? cipher.Seal(SealKinds.VulnerabilityNote, id, note) : null,
            new Versions(Input.Version, Latest?.Version ?? 0), Actor, Now));
        await Db.SaveChangesAsync(ct);
        return Saved("vulnerabilities");
    }

    public int PlaceOf(string code) => Input.Factors.FindIndex(f => f.Code == code);

    public sealed class InputModel
    {
        public int Version { get; set; }

        public List<FactorInput> Factors { get; set; } = [];

        [MaxLength(Writing.NoteMaxLength)]
        public string? Note { get; set; }

        internal Dictionary<string, FactorAnswer> Given() => Factors.GroupBy(f => f.Code).ToDictionary(f => f.Key, f => f.Last().Answer);
    }

    public sealed class FactorInput
    {
        [Required]
        public string Code { get; set; } = "";

        public FactorAnswer Answer { get; set; }
    }
}
