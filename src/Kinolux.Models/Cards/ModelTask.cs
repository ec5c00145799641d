namespace Kinolux.Models.Cards;

/// <summary>What a model is for, and so which stage it can serve and what its tensors mean.</summary>
public enum ModelTask
{
    /// <summary>One noisy picture and its noise to a clean picture.</summary>
    Denoise,

    /// <summary>Five noisy pictures, the outer four brought onto the middle one along the motion, to the clean middle one.</summary>
    VideoDenoise,

    /// <summary>Two pictures to the motion from the first to the second.</summary>
    Flow,

    /// <summary>Two pictures to the one halfway.</summary>
    Interpolation,

    /// <summary>A picture and a mask to a picture whose masked part is filled.</summary>
    Inpainting,

    /// <summary>A gray picture to its colours.</summary>
    Colour,

    /// <summary>A picture and its neighbours to how likely each sample is damaged.</summary>
    Damage,

    /// <summary>What may be dirt, with the frame's neighbours and the traits of the stage's own judge, to the log odds that it is.</summary>
    JudgeDirt,
}
