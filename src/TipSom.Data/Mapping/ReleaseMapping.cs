using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain;
using TipSom.Domain.Reporting;

namespace TipSom.Data.Mapping;

internal sealed class FigureReleaseMapping : IEntityTypeConfiguration<FigureRelease>
{
    public void Configure(EntityTypeBuilder<FigureRelease> builder)
    {
        builder.ToTable("releases", TipSomDbContext.Statistics, t =>
            t.HasCheckConstraint("ck_releases_signed_whole", "(signed_at is null) = (signed_by_id is null) and (signed_at is null) = (signed_by_name is null)"));
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Property(r => r.Number).HasMaxLength(RecordNumber.Length);
        builder.HasIndex(r => r.Number).HasDatabaseName("ux_releases_number").IsUnique();
        // Two that rest on one, or on none, are never both signed off: the second would tell of the few between them.
        builder.HasIndex(r => new { r.Year, r.EarlierId }).HasDatabaseName("ux_releases_one_after_the_other").IsUnique()
            .AreNullsDistinct(false).HasFilter("signed_at is not null");
        builder.HasOne<FigureRelease>().WithMany().HasForeignKey(r => r.EarlierId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReleaseBasesMapping : IEntityTypeConfiguration<ReleaseBases>
{
    public void Configure(EntityTypeBuilder<ReleaseBases> builder)
    {
        builder.ToTable("release_bases", TipSomDbContext.Statistics);
        builder.HasKey(b => b.ReleaseId);
        builder.HasOne<FigureRelease>().WithOne().HasForeignKey<ReleaseBases>(b => b.ReleaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
