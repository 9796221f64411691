using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Imports;

/// <summary>
/// A station's register brought in from a file: all of its readable lines or nothing. Its cases belong to one unit, and are seen by
/// nobody until the last is in.
/// </summary>
public sealed class RegisterImport
{
    /// <summary>Largest file, in bytes.</summary>
    public const int FileMaxLength = 20 * 1024 * 1024;

    /// <summary>Most lines of one file; a larger register is brought in by years.</summary>
    public const int MostRows = 100_000;

    /// <summary>Most people of one case, as a mistyped key must not put a whole register into one.</summary>
    public const int MostPeople = 200;

    /// <summary>Days for which the sealed file is kept after the end, so that the lines that were left out can be had.</summary>
    public const int DaysKept = 7;

    private RegisterImport() { }

    /// <summary>Internal id; what the seal of the file is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The unit that will hold the cases.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The agency of that unit.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>Who brings it in: the work is done with this person's rights.</summary>
    public Guid UserId { get; private set; }

    /// <summary>The unit of that person; its supervisors may look on and cancel.</summary>
    public Guid UserUnitId { get; private set; }

    /// <summary>How the file is written.</summary>
    public RegisterFormat Format { get; private set; }

    /// <summary>The sealed file; null once it is no longer needed.</summary>
    public byte[]? SealedFile { get; private set; }

    /// <summary>How many lines the file has, without its heading.</summary>
    public int Rows { get; private set; }

    /// <summary>For each <see cref="RegisterField"/> in order the column that holds it, from 0; -1 where none does. Empty until chosen.</summary>
    public IReadOnlyList<int> Columns { get; private set; } = [];

    /// <summary>How far it is.</summary>
    public ImportStatus Status { get; private set; }

    /// <summary>How many cases there are to take in.</summary>
    public int Cases { get; private set; }

    /// <summary>How many people those cases have.</summary>
    public int People { get; private set; }

    /// <summary>How many lines were left out because they could not be read.</summary>
    public int LeftOut { get; private set; }

    /// <summary>How many cases are in; also the place of the next one.</summary>
    public int CasesIn { get; private set; }

    /// <summary>How many people are in.</summary>
    public int PeopleIn { get; private set; }

    /// <summary>When the file came.</summary>
    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>When the work was asked for.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>When it had finished, or nothing of it was left.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Until when one portal has the work in hand; another may take it afterwards.</summary>
    public DateTimeOffset? InHandUntil { get; private set; }

    /// <summary>Whether something is still to be done about it.</summary>
    public bool IsAtWork => Status is ImportStatus.Running or ImportStatus.Cancelling;

    /// <summary>Keeps a file to be taken in for a unit. Refuses a file without lines, or with more than <see cref="MostRows"/>.</summary>
    /// <param name="unit">The unit that will hold the cases; of the agency of who brings it in.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="rows">How many lines it has, without its heading.</param>
    /// <param name="seal">Seals the file for the id of the import.</param>
    /// <param name="by">Who brings it in.</param>
    /// <param name="now">When.</param>
    public static RegisterImport Upload(Unit unit, RegisterFormat format, int rows, Func<Guid, byte[]> seal, Actor by, DateTimeOffset now)
    {
        if (unit.AgencyId != by.AgencyId)
            throw new RuleBrokenException("A register is brought in for a unit of the own tree.");
        if (rows == 0)
            throw new RuleBrokenException("This file has a heading and no lines.");
        if (rows > MostRows)
            throw new RuleBrokenException("This file has {0} lines. Bring in at most {1} at once, for example year by year.", rows, MostRows);
        var id = Guid.CreateVersion7();
        return new RegisterImport
        {
            Id = id,
            UnitId = unit.Id,
            AgencyId = unit.AgencyId,
            UserId = by.UserId,
            UserUnitId = by.UnitId,
            Format = format,
            SealedFile = seal(id),
            Rows = rows,
            Status = ImportStatus.Uploaded,
            UploadedAt = now
        };
    }

    /// <summary>Says which column holds what; may be said again until the work has begun. Refuses to do without the required ones, and one column for two things.</summary>
    /// <param name="columns">For each <see cref="RegisterField"/> in order the column from 0, or -1.</param>
    public void Choose(IReadOnlyList<int> columns)
    {
        OnlyUploaded();
        if (columns[(int)RegisterField.District] < 0 || columns[(int)RegisterField.Sex] < 0 || columns[(int)RegisterField.Age] < 0)
            throw new RuleBrokenException("Say which columns hold the district, the sex and the age.");
        var used = columns.Where(c => c >= 0).ToList();
        if (used.Distinct().Count() != used.Count)
            throw new RuleBrokenException("One column was chosen for two things.");
        Columns = [.. columns];
    }

    /// <summary>Has the readable lines taken in. Refuses when there are none, or the columns were not chosen.</summary>
    public void Start(int cases, int people, int leftOut, DateTimeOffset now)
    {
        OnlyUploaded();
        if (Columns.Count == 0)
            throw new RuleBrokenException("Say which columns hold the district, the sex and the age.");
        if (people == 0)
            throw new RuleBrokenException("No line of this file can be read. Correct the file, or the choice of columns.");
        (Status, Cases, People, LeftOut, StartedAt) = (ImportStatus.Running, cases, people, leftOut, now);
    }

    /// <summary>Has everything taken out again. Refused once it has finished: then the cases are seen and worked on.</summary>
    public void Cancel(DateTimeOffset now)
    {
        if (Status is ImportStatus.Finished or ImportStatus.Cancelled or ImportStatus.Cancelling)
            throw new RuleBrokenException("This import has ended already.");
        if (Status == ImportStatus.Running)
            Status = ImportStatus.Cancelling;
        else
            (Status, EndedAt, SealedFile) = (ImportStatus.Cancelled, now, null);
    }

    private void OnlyUploaded()
    {
        if (Status != ImportStatus.Uploaded)
            throw new RuleBrokenException("This import has begun already.");
    }
}
