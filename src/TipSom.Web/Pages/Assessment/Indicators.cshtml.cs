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

/// <summary>Asks the indicators of trafficking for labour, and says what they say together: a screening, for a talk with the supervisor.</summary>
[RequirePermission(Permission.AssessPeople)]
public sealed class IndicatorsModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts)
    : AssessmentPageModel(db, user, clock)
{
    public static IReadOnlyList<IndicatorDimension> Dimensions { get; } = Enum.GetValues<IndicatorDimension>();

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The list for this person, a child's or an adult's.</summary>
    public IReadOnlyList<Indicator> List { get; private set; } = [];

    public IndicatorScreening? Latest { get; private set; }

    public IndicatorReading? Reading { get; private set; }

    public IReadOnlyList<EarlierVersion> Earlier { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var all = await Db.Indicators.AsNoTracking().OrderBy(i => i.Code).ToListAsync(ct);
        List = all.FindAll(i => i.WeightFor(Person.CountsAsChild) is not null);
        var versions = await Db.IndicatorScreenings.AsNoTracking().Where(s => s.VictimId == Person.Id).OrderByDescending(s => s.Version)
            .Take(MostVersions).ToListAsync(ct);
        Latest = versions.FirstOrDefault();
        Reading = Latest?.Read(all);
        Earlier = [.. versions.Select(s => new EarlierVersion(s.Written, Words(s.Read(all))))];
        return null;
    }

    public void OnGet()
    {
        var notes = Latest is { SealedNotes: { } kept } ? cipher.Open<Dictionary<IndicatorDimension, string>>(SealKinds.IndicatorNotes, Latest.Id, kept) : [];
        Input = new InputModel
        {
            Answers = [.. List.Select(i => new AnswerInput { Code = i.Code, Answer = Latest?.Answers.GetValueOrDefault(i.Code) ?? IndicatorAnswer.NotAsked })],
            Notes = [.. Dimensions.Select(d => notes.GetValueOrDefault(d))]
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var id = Guid.CreateVersion7();
        var notes = Dimensions.Zip(Input.Notes).Where(n => n.Second is not null).ToDictionary(n => n.First, n => n.Second);
        Db.Add(IndicatorScreening.Record(
            id, Case, Person, List, Input.Given(), notes.Count == 0 ? null : cipher.Seal(SealKinds.IndicatorNotes, id, notes),
            new Versions(Input.Version, Latest?.Version ?? 0), Actor, Now));
        await Db.SaveChangesAsync(ct);
        return Saved("indicators");
    }

    /// <summary>How many were asked, are present and are strong: counts, and never a share.</summary>
    public string Words(IndicatorReading reading) =>
        texts["{0} of the {1} asked are present, {2} of them strong", reading.Present, reading.Asked, reading.Strong];

    public int PlaceOf(string code) => Input.Answers.FindIndex(a => a.Code == code);

    public sealed class InputModel
    {
        public int Version { get; set; }

        public List<AnswerInput> Answers { get; set; } = [];

        [MaxLength(6)]
        public List<string?> Notes { get; set; } = [];

        internal Dictionary<string, IndicatorAnswer> Given() => Answers.GroupBy(a => a.Code).ToDictionary(a => a.Key, a => a.Last().Answer);
    }

    public sealed class AnswerInput
    {
        [Required]
        public string Code { get; set; } = "";

        public IndicatorAnswer Answer { get; set; }
    }
}
