using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Audit;
using TipSom.Domain.Cases;
using TipSom.Domain.Victims;

namespace TipSom.Data.Mapping;

internal sealed class CaseChangeMapping : IEntityTypeConfiguration<CaseChange>
{
    public void Configure(EntityTypeBuilder<CaseChange> builder)
    {
        builder.ToTable("case_changes", TipSomDbContext.Casework);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Victim>().WithMany().HasForeignKey(c => new { c.VictimId, c.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.CaseId, c.At });
    }
}

internal sealed class CaseStatusChangeMapping : IEntityTypeConfiguration<CaseStatusChange>
{
    public void Configure(EntityTypeBuilder<CaseStatusChange> builder)
    {
        builder.ToTable("case_status_changes", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_case_status_changes_closed_with_a_reason", "(status = 'Closed') = (reason is not null)"));
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.CaseId, c.At });
    }
}

internal sealed class PrintMapping : IEntityTypeConfiguration<Print>
{
    public void Configure(EntityTypeBuilder<Print> builder)
    {
        builder.ToTable("prints", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_prints_of_one_person", "(kind = 'VictimSummary') = (victim_id is not null)"));
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Reason).HasMaxLength(IdentityOpening.ReasonMaxLength);
        builder.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Victim>().WithMany().HasForeignKey(p => new { p.VictimId, p.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.CaseId, p.At });
        builder.HasIndex(p => p.At);
    }
}
