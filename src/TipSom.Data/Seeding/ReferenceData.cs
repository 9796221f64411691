using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Reporting;

namespace TipSom.Data.Seeding;

/// <summary>Brings the tables of the schema <c>reference</c> to the content of the embedded files. Runs as the owner, after the migrations.</summary>
public static class ReferenceData
{
    // Two migration jobs started at once load one after the other. The number only has to differ from other locks.
    private const long LoadLock = 0x7EF_DA7A;

    public static Task LoadAsync(DbContext db, CancellationToken ct) => LoadAsync(db, new ReferenceSet(), ct);

    /// <summary>Loads the files whose content differs from what was loaded last; one query and nothing else when none does.</summary>
    public static async Task LoadAsync(DbContext db, ReferenceSet set, CancellationToken ct)
    {
        var loaded = await db.Set<ReferenceVersion>().AsNoTracking().ToListAsync(ct);
        if (Changed(set, loaded).Count == 0)
            return;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LoadLock})", ct);

        // Whoever held the lock before us may have loaded the same files.
        var versions = await db.Set<ReferenceVersion>().ToListAsync(ct);
        var changed = Changed(set, versions);

        await LoadIfAsync([set.Provinces], set.ReadProvinces, province => province.Code, gone: null);
        await LoadIfAsync([set.Districts], set.ReadDistricts, district => district.Code, gone: district => district.StopOffering());
        await LoadIfAsync([set.CodeLists, set.CodeListLabels], set.ReadCodeLists, entry => (entry.List, entry.Code), gone: entry => entry.StopOffering());
        await LoadIfAsync([set.Indicators, set.IndicatorLabels], set.ReadIndicators, indicator => indicator.Code, gone: null);
        await LoadIfAsync([set.Offences], set.ReadOffences, offence => offence.Code, gone: offence => offence.StopOffering());
        await LoadIfAsync([set.Clocks], set.ReadClocks, rule => (rule.Urgency, rule.Step), gone: null);
        await LoadIfAsync([set.Escalation], set.ReadEscalation, rule => (rule.Turn, rule.Rung), gone: null);

        await LoadIfAsync([set.LegalClocks], set.ReadLegalClocks, clock => clock.Code, gone: clock => clock.StopOffering());
        await LoadIfAsync([set.Settings], set.ReadSettings, setting => setting.Key, gone: null);

        await LoadIfAsync([set.Retention], set.ReadRetention, rule => rule.Code, gone: null);

        // What is published is never rewritten: a row that stands, or was withdrawn, stays as it is.
        if (changed.Contains(set.PublishedFigures))
        {
            var standing = await db.Set<PublishedFigure>().Select(figure => figure.Id).ToListAsync(ct);
            db.AddRange(set.ReadPublishedFigures().Where(figure => !standing.Contains(figure.Id)));
        }

        Upsert(db, versions,
            changed.Select(file => new ReferenceVersion(file.Name, file.Sha256, file.Read(row => row.Position).Count, TimeProvider.System.GetUtcNow())),
            version => version.File);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        async Task LoadIfAsync<T, TKey>(ReferenceFile[] files, Func<IReadOnlyList<T>> read, Func<T, TKey> key, Action<T>? gone)
            where T : class
            where TKey : notnull
        {
            if (!files.Any(changed.Contains))
                return;

            foreach (var left in Upsert(db, await db.Set<T>().ToListAsync(ct), read(), key))
                gone?.Invoke(left);
        }
    }

    private static List<ReferenceFile> Changed(ReferenceSet set, List<ReferenceVersion> loaded) =>
        [.. set.Files.Where(file => !loaded.Any(version => version.File == file.Name && version.Sha256 == file.Sha256))];

    /// <summary>Returns what stands in the table and no longer in the file: such rows stay, because records name them.</summary>
    private static Dictionary<TKey, T>.ValueCollection Upsert<T, TKey>(DbContext db, IEnumerable<T> standing, IEnumerable<T> rows, Func<T, TKey> key)
        where T : class
        where TKey : notnull
    {
        var left = standing.ToDictionary(key);
        foreach (var row in rows)
        {
            if (left.Remove(key(row), out var known))
                db.Entry(known).CurrentValues.SetValues(row);
            else
                db.Add(row);
        }

        return left.Values;
    }
}
