using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TipSom.Data.Encryption;
using TipSom.Domain.Cases;
using TipSom.Domain.Victims;

namespace TipSom.Data.History;

/// <summary>
/// Writes what changed in a case, field by field, with the save that changes it and in its transaction. What is sealed is told by its
/// field's name, and of an identity only which members changed: no value ever leaves its seal here.
/// </summary>
public sealed class CaseHistoryInterceptor(RecordCipher cipher, TimeProvider clock) : SaveChangesInterceptor
{
    // Between what is about to be saved and what was.
    private string? pending;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        pending = Written(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        pending = Written(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        if (pending is { } rows)
            eventData.Context!.Database.ExecuteSql(Insert(rows));
        pending = null;
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (pending is { } rows)
            await eventData.Context!.Database.ExecuteSqlAsync(Insert(rows), cancellationToken);
        pending = null;
        return result;
    }

    // However many fields changed, it is one statement.
    private static FormattableString Insert(string rows) =>
        $"insert into casework.case_changes select * from jsonb_populate_recordset(null::casework.case_changes, {rows}::jsonb)";

    private string? Written(DbContext db)
    {
        var now = clock.GetUtcNow();
        var changes = db.ChangeTracker.Entries()
            .Where(e => e.State == EntityState.Modified && CaseParts.AreTold(e.Metadata))
            .SelectMany(e => ChangesOf(e).Select(what => new CaseChange(CaseOf(e), what, now)))
            .ToList();
        if (changes.Count == 0)
            return null;
        var entries = changes.ConvertAll(c => db.Entry(c));
        return JsonSerializer.Serialize(RowsAsJson.Of(entries).Values.Single());
    }

    private IEnumerable<ChangedField> ChangesOf(EntityEntry row)
    {
        var subject = row.Metadata.ClrType.Name;
        var key = (Guid)row.Property(row.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue!;
        var victim = row.Entity is Victim person ? person.Id : ValueOf<Guid?>(row, "VictimId");
        var position = row.Entity is Victim ? null : ValueOf<int?>(row, "Position");
        ChangedField Told(string field, string? before = null, string? after = null, byte[]? kept = null) =>
            new(CaseParts.PlaceOf(subject), subject, key, victim, position, field, before, after, kept);

        foreach (var (name, field) in Changed(row.Properties, row.ComplexProperties))
        {
            var (before, after) = (field.OriginalValue, field.CurrentValue);
            if (row.Entity is VictimIdentity)
            {
                foreach (var member in Members(key, (byte[])before!, (byte[])after!))
                    yield return Told(member);
            }
            else if (field.Metadata.ClrType == typeof(byte[]))
            {
                if (!((byte[]?)before ?? []).AsSpan().SequenceEqual((byte[]?)after ?? []))
                    yield return Told(name, kept: CaseParts.IsNeverLost(subject, name) ? (byte[]?)before : null);
            }
            else if (InvariantText.Of(before) is var was && InvariantText.Of(after) is var @is && was != @is)
            {
                yield return Told(name, was, @is);
            }
        }
    }

    private static IEnumerable<(string Name, PropertyEntry Field)> Changed(
        IEnumerable<PropertyEntry> fields, IEnumerable<ComplexPropertyEntry> larger, string under = "") =>
        fields.Where(f => f.IsModified && CaseParts.IsTold(f.Metadata)).Select(f => (under + CaseParts.NameOf(f.Metadata), f))
            .Concat(larger.SelectMany(l => Changed(l.Properties, l.ComplexProperties, $"{under}{l.Metadata.Name}.")));

    // Both are opened here and forgotten; only the names of the members go on.
    private List<string> Members(Guid victimId, byte[] before, byte[] after)
    {
        var (was, @is) = (cipher.Open<JsonObject>(SealKinds.Identity, victimId, before), cipher.Open<JsonObject>(SealKinds.Identity, victimId, after));
        return [.. was.Concat(@is).Select(member => member.Key).Distinct().Where(name => !JsonNode.DeepEquals(was[name], @is[name]))];
    }

    private static Guid CaseOf(EntityEntry row) => row.Entity is Case @case ? @case.Id : ValueOf<Guid>(row, "CaseId");

    private static T? ValueOf<T>(EntityEntry row, string name) =>
        row.Metadata.FindProperty(name) is null ? default : row.Property(name).CurrentValue is T value ? value : default;
}
