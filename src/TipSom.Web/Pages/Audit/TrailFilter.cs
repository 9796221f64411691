using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.RowSecurity;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Audit;

/// <summary>What of the trail is asked for.</summary>
public sealed class TrailFilter
{
    public Guid? Person { get; set; }

    public Guid? Agency { get; set; }

    public string? Case { get; set; }

    public string? Table { get; set; }

    public string? Act { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>The entries it leaves.</summary>
    public IQueryable<AuditEntry> Of(TipSomDbContext db)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (Table is { } table && AuditLabels.Tables.ContainsKey(table))
            entries = entries.Where(e => e.TableName == table);
        if (Act is { } act && AuditLabels.Acts.ContainsKey(act))
            entries = entries.Where(e => e.Act == act);
        // What was tried with an account belongs to it as well.
        if (Person is { } person)
            entries = entries.Where(e => e.ActorId == person || (e.TableName == "users" && e.RowId == person));
        if (Agency is { } agency)
            entries = entries.Where(e => e.AgencyId == agency);
        if (Case?.Trim().ToUpperInvariant() is { Length: > 0 } number)
        {
            var rows = db.Database.SqlQuery<Guid>($"""select r as "Value" from audit.rows_of_case({number}) r""");
            entries = entries.Where(e => e.RowId != null && rows.Contains(e.RowId.Value));
        }

        if (From is { } from && PakistanTime.MomentOf(from, TimeOnly.MinValue) is var since)
            entries = entries.Where(e => e.At >= since);
        if (To is { } to && PakistanTime.MomentOf(to.AddDays(1), TimeOnly.MinValue) is var until)
            entries = entries.Where(e => e.At < until);
        return entries;
    }

    /// <summary>The address of a page of it.</summary>
    public string UrlOf(long? before) => "/audit" + QueryString.Create(Fields(before).Where(f => f.Value is not null)
        .Select(f => KeyValuePair.Create(f.Key == "Before" ? "before" : $"Filter.{f.Key}", f.Value)));

    /// <summary>The filter as the trail keeps it: short codes, no name and no number of a record.</summary>
    public string Code(long? before)
    {
        var said = Fields(before).Where(f => f.Value is not null).Select(f => f.Key is "Person" or "Case" or "Agency" ? f.Key : $"{f.Key}:{f.Value}");
        var code = string.Concat($"/audit {string.Join(' ', said)}".Where(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '_' or ':' or '/' or '-'));
        return code.Length > 80 ? code[..80] : code;
    }

    private Dictionary<string, string?> Fields(long? before) => new Dictionary<string, string?>
    {
        [nameof(Person)] = Person?.ToString(),
        [nameof(Agency)] = Agency?.ToString(),
        [nameof(Case)] = string.IsNullOrWhiteSpace(Case) ? null : Case.Trim(),
        [nameof(Table)] = string.IsNullOrEmpty(Table) ? null : Table,
        [nameof(Act)] = string.IsNullOrEmpty(Act) ? null : Act,
        [nameof(From)] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        [nameof(To)] = To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["Before"] = before?.ToString(CultureInfo.InvariantCulture)
    };
}
