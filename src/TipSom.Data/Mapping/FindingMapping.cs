using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Finding;
using TipSom.Domain.Victims;

namespace TipSom.Data.Mapping;

internal sealed class SearchMapping : IEntityTypeConfiguration<Search>
{
    public void Configure(EntityTypeBuilder<Search> builder)
    {
        builder.ToTable("searches", TipSomDbContext.Casework);
        builder.HasIndex(s => new { s.ActorId, s.At }).HasDatabaseName("ix_searches_actor_id");
    }
}

public sealed class PersonLinkMapping : IEntityTypeConfiguration<PersonLink>
{
    /// <summary>Two people are linked once.</summary>
    public const string OneLinkPerPair = "ux_person_links_one_per_pair";

    public void Configure(EntityTypeBuilder<PersonLink> builder)
    {
        builder.ToTable("person_links", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_person_links_two_people", "victim_id < other_victim_id and case_id <> other_case_id");
            t.HasCheckConstraint("ck_person_links_undone", "num_nonnulls(undone_at, undone_by_id, undone_because) in (0, 3)");
        });
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Property(l => l.Number).HasMaxLength(RecordNumber.Length);
        builder.Property(l => l.OtherNumber).HasMaxLength(RecordNumber.Length);
        builder.HasOne<Victim>().WithMany().HasForeignKey(l => new { l.VictimId, l.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Victim>().WithMany().HasForeignKey(l => new { l.OtherVictimId, l.OtherCaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.VictimId, l.OtherVictimId }).HasDatabaseName(OneLinkPerPair).IsUnique().HasFilter("undone_at is null");
        builder.HasIndex(l => l.VictimId).HasDatabaseName("ix_person_links_victim_id");
        builder.HasIndex(l => l.OtherVictimId).HasDatabaseName("ix_person_links_other_victim_id");
        builder.HasIndex(l => l.CaseId).HasDatabaseName("ix_person_links_case_id");
        builder.HasIndex(l => l.OtherCaseId).HasDatabaseName("ix_person_links_other_case_id");
    }
}

public sealed class PersonMergeMapping : IEntityTypeConfiguration<PersonMerge>
{
    /// <summary>A person is merged into one other at most.</summary>
    public const string OneMergePerPerson = "ux_person_merges_one_per_person";

    public void Configure(EntityTypeBuilder<PersonMerge> builder)
    {
        builder.ToTable("person_merges", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_person_merges_two_people", "victim_id <> into_victim_id");
            t.HasCheckConstraint("ck_person_merges_undone", "num_nonnulls(undone_at, undone_by_id, undone_because) in (0, 3)");
        });
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.HasOne<Victim>().WithMany().HasForeignKey(m => new { m.VictimId, m.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Victim>().WithMany().HasForeignKey(m => new { m.IntoVictimId, m.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.VictimId).HasDatabaseName(OneMergePerPerson).IsUnique().HasFilter("undone_at is null");
        builder.HasIndex(m => m.IntoVictimId).HasDatabaseName("ix_person_merges_into_victim_id");
        builder.HasIndex(m => m.CaseId).HasDatabaseName("ix_person_merges_case_id");
    }
}

internal sealed class DuplicateChoiceMapping : IEntityTypeConfiguration<DuplicateChoice>
{
    public void Configure(EntityTypeBuilder<DuplicateChoice> builder)
    {
        builder.ToTable("duplicate_choices", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_duplicate_choices_whole_person", "num_nonnulls(case_id, victim_id) in (0, 2)"));
        builder.HasOne<Victim>().WithMany().HasForeignKey(c => new { c.KnownVictimId, c.KnownCaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Victim>().WithMany().HasForeignKey(c => new { c.VictimId, c.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.KnownCaseId).HasDatabaseName("ix_duplicate_choices_known_case_id");
        builder.HasIndex(c => c.CaseId).HasDatabaseName("ix_duplicate_choices_case_id");
        builder.HasIndex(c => c.At).HasDatabaseName("ix_duplicate_choices_open").HasFilter("answer = 'NotSure' and settled_at is null");
    }
}

internal sealed class ConnectRequestMapping : IEntityTypeConfiguration<ConnectRequest>
{
    public void Configure(EntityTypeBuilder<ConnectRequest> builder)
    {
        builder.ToTable("connect_requests", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_connect_requests_answered", "num_nonnulls(answer, answered_at, answered_by_id) in (0, 3)"));
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Property(r => r.Number).HasMaxLength(RecordNumber.Length);
        builder.Property(r => r.FromCaseNumber).HasMaxLength(RecordNumber.Length);
        builder.Property(r => r.ToCaseNumber).HasMaxLength(RecordNumber.Length);
        builder.HasOne<Victim>().WithMany().HasForeignKey(r => new { r.VictimId, r.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.FromUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.ToUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(r => r.ToldDistrictCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.Number).HasDatabaseName("ux_connect_requests_number").IsUnique();
        builder.HasIndex(r => r.CaseId).HasDatabaseName("ix_connect_requests_case_id");
        builder.HasIndex(r => r.At).HasDatabaseName("ix_connect_requests_open").HasFilter("answer is null");
    }
}

internal sealed class ConnectTargetMapping : IEntityTypeConfiguration<ConnectTarget>
{
    public void Configure(EntityTypeBuilder<ConnectTarget> builder)
    {
        builder.ToTable("connect_targets", TipSomDbContext.Casework);
        builder.HasOne<ConnectRequest>().WithOne().HasForeignKey<ConnectTarget>(t => t.RequestId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Victim>().WithMany().HasForeignKey(t => new { t.VictimId, t.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => t.RequestId).HasDatabaseName("ux_connect_targets_request_id").IsUnique();
        builder.HasIndex(t => t.CaseId).HasDatabaseName("ix_connect_targets_case_id");
    }
}
