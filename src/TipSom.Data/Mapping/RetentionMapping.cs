using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.Identity;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Reference;
using TipSom.Domain.Retention;

namespace TipSom.Data.Mapping;

internal sealed class RetentionRuleMapping : IEntityTypeConfiguration<RetentionRule>
{
    public void Configure(EntityTypeBuilder<RetentionRule> builder)
    {
        builder.ToTable("retention_rules", "reference", table =>
        {
            table.HasCheckConstraint("retention_rules_count_years_or_days", "num_nonnulls(years, days) = case when act = 'Keep' then 0 else 1 end");
            table.HasCheckConstraint("retention_rules_are_sensible", "coalesce(years, 1) between 1 and 50 and coalesce(days, 1) between 1 and 3650");
        });
        builder.HasKey(rule => rule.Code);
        builder.Property(rule => rule.Act).HasConversion<string>();
    }
}

public sealed class ErasureMapping : IEntityTypeConfiguration<Erasure>
{
    /// <summary>The index that keeps a case from being proposed twice at once.</summary>
    public const string OneUnderWay = "ux_erasures_one_under_way";

    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable("erasures", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_erasures_approved", "(approved_by_id is not null) = (approved_at is not null) and (approved_at is not null or status in ('Proposed', 'PutAside'))");
            t.HasCheckConstraint("ck_erasures_ended", "(ended_at is not null) = (status in ('CarriedOut', 'PutAside')) and (ended_by_id is not null) = (ended_at is not null)");
            t.HasCheckConstraint("ck_erasures_by_two", "status <> 'CarriedOut' or ended_by_id <> approved_by_id");
            t.HasCheckConstraint("ck_erasures_asked_with_reason", "(sealed_reason is null) = (ground = 'TimeIsOver')");
        });
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.CaseNumber).HasMaxLength(RecordNumber.Length);
        // The transaction that carries it out, which may change what nobody else may.
        builder.Property<long?>("CarriedOutIn");
        builder.HasOne<Case>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(e => new { e.UnitId, e.AgencyId })
            .HasPrincipalKey(u => new { u.Id, u.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(e => e.ApprovedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(e => e.EndedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.CaseId).HasDatabaseName(OneUnderWay).IsUnique().HasFilter("status in ('Proposed', 'Approved')");
        builder.HasIndex(e => new { e.CaseId, e.ProposedAt });
    }
}

internal sealed class RedactionMapping : IEntityTypeConfiguration<Redaction>
{
    public void Configure(EntityTypeBuilder<Redaction> builder)
    {
        builder.ToTable("redactions", TipSomDbContext.Casework);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property<DateTimeOffset?>("CarriedOutAt");
        builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.CaseId, r.At });
    }
}
